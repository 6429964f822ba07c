import { faultsOf } from './promql.js';

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

/** What is wrong with a Grafana dashboard, given the series that there are. */
export function dashboardFaults(json: string, series: ReadonlySet<string>): string[] {
  const { panels } = JSON.parse(json) as { panels: readonly Panel[] };
  const ids = panels.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `panel ${id} stands there twice`);
  const faults = panels.flatMap(({ title, targets = [], gridPos: { x, w } }) => [
    ...targets.flatMap(({ expr }) => faultsOf(withoutVariables(expr), series).map((fault) => `${title}: ${fault}`)),
    ...(x + w > 24 ? [`${title}: sticks out on the right`] : []),
  ]);
  return [...twice, ...faults];
}

/** Grafana puts its variables in before Prometheus sees the expression. */
function withoutVariables(expression: string): string {
  return expression.replaceAll('$__rate_interval', '5m').replaceAll('$service', '.*');
}
