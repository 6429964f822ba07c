import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AlertRule, readAlerts } from '../operations/alert-rules.js';
import { readPromql } from '../operations/promql.js';

/**
 * What is wrong with the alert rules of a folder. Where Prometheus's own tool is installed it reads them and tries when
 * they fire; elsewhere the grammar alone is checked, as its user interface does. Their metrics and runbooks are compared
 * with running services by a long test.
 */
export function alertFaults(folder: string, promtool = 'promtool'): string[] {
  const rules = join(folder, 'alerts.yml');
  const runs = [
    ['check', 'rules', rules],
    ['test', 'rules', join(folder, 'alerts.test.yml')],
  ].map((args) => spawnSync(promtool, args, { encoding: 'utf8' }));
  if (runs.some(({ error }) => error !== undefined)) return grammarFaults(readFileSync(rules, 'utf8'));
  return runs.flatMap(({ status, stdout, stderr }) => (status === 0 ? [] : [stderr + stdout]));
}

/** All runbooks and metrics are taken for known here. */
function grammarFaults(yaml: string): string[] {
  const everything = { has: () => true } as unknown as ReadonlySet<string>;
  const { alerts, faults } = readAlerts(yaml, { series: everything, runbooks: everything });
  return [...faults, ...alerts.flatMap(emptyExpression)];
}

function emptyExpression({ alert, expr }: AlertRule): string[] {
  return readPromql(expr).metrics.length === 0 ? [`${alert}: asks for no metric`] : [];
}
