import { type Contracts } from './published.js';

const REGION = '^[0-9A-Za-z]{1,12}(\\.[0-9A-Za-z]{1,12}){0,5}$';

/**
 * Rules of one city that 1.0.0 had, and what stands in their place: changed while nobody outside had read 1.0.0, which
 * is what allows it. Nothing can be added here any more.
 */
export const looserPatterns: ReadonlyMap<string, string> = new Map([
  ['^JK\\d{10,}$', '^[A-Z]{0,8}\\d{6,}$'],
  ['^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?$', REGION],
  ['^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}$', REGION],
]);

/** The contracts as if their first version had not known which city it was made for. */
export function loosened(contracts: Contracts): Contracts {
  if (contracts.version !== '1.0.0') return contracts;
  return JSON.parse(JSON.stringify(contracts), (key, value: unknown) =>
    key === 'pattern' ? (looserPatterns.get(String(value)) ?? value) : value,
  ) as Contracts;
}
