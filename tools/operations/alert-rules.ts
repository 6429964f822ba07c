import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { faultsOf } from './promql.js';

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

interface RuleFile {
  readonly groups: readonly { readonly name: string; readonly rules: readonly AlertRule[] }[];
}

const text = { type: 'string', minLength: 1 };
const duration = { type: 'string', pattern: '^([0-9]+(ms|[smhdwy]))+$' };
const object = (properties: object, optional: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties: { ...properties, ...optional },
});

const rule = object(
  {
    alert: { type: 'string', pattern: '^[A-Z][A-Za-z]+$' },
    expr: text,
    labels: object({ severity: { enum: ['page', 'ticket'] } }),
    annotations: object({ summary: text, runbook: { type: 'string', pattern: '^docs/runbooks/[a-z-]+\\.md$' } }),
  },
  { for: duration },
);
/** The part of Prometheus's rule files that we use, with what we ask of each alert beside. */
const ruleFile = object({
  groups: { type: 'array', minItems: 1, items: object({ name: text, rules: { type: 'array', items: rule } }) },
});

/** The alerts of a rule file, and what is wrong with them. */
export function readAlerts(
  yaml: string,
  known: { series: ReadonlySet<string>; runbooks: ReadonlySet<string> },
): { alerts: readonly AlertRule[]; faults: readonly string[] } {
  const content: unknown = parse(yaml);
  const ajv = new Ajv({ allErrors: true });
  if (!ajv.validate(ruleFile, content)) return { alerts: [], faults: [ajv.errorsText()] };
  const alerts = (content as RuleFile).groups.flatMap(({ rules }) => rules);
  const faults = alerts.flatMap(({ alert, expr, annotations }) => [
    ...faultsOf(expr, known.series).map((fault) => `${alert}: ${fault}`),
    ...(known.runbooks.has(annotations.runbook) ? [] : [`${alert}: there is no ${annotations.runbook}`]),
  ]);
  const names = alerts.map(({ alert }) => alert);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return { alerts, faults: [...faults, ...twice.map((name) => `${name} stands there twice`)] };
}
