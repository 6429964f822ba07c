import { parser } from '@prometheus-io/lezer-promql';

/** What an expression asks for, and where it is no PromQL. */
export interface Reading {
  readonly metrics: readonly string[];
  readonly faults: readonly string[];
}

/** Reads an expression with the grammar that Prometheus's own user interface uses. */
export function readPromql(expression: string): Reading {
  const metrics = new Set<string>();
  const faults: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) faults.push(`no PromQL at ${from}: ${expression.slice(from, from + 30) || 'the end'}`);
      if (type.name !== 'VectorSelector') return;
      const name = node.getChild('Identifier');
      if (name === null) faults.push(`names no metric: ${expression.slice(from, to)}`);
      else metrics.add(expression.slice(name.from, name.to));
    },
  });
  return { metrics: [...metrics], faults };
}

/** Names of all series that a service's `/metrics` may hold, also of those that have no value yet. */
export function seriesIn(exposition: string): Set<string> {
  const names = [...exposition.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name],
  );
  return new Set(names);
}

/** Made by Prometheus itself for each scrape. */
const OF_PROMETHEUS = ['up'];

/** What is wrong with an expression, given the series that there are. */
export function faultsOf(expression: string, series: ReadonlySet<string>): string[] {
  const { metrics, faults } = readPromql(expression);
  const unknown = metrics.filter((name) => !series.has(name) && !OF_PROMETHEUS.includes(name));
  return [...faults, ...unknown.map((name) => `no service has the metric ${name}`)];
}
