import { type Schema } from './published.js';

// What a keyword of JSON Schema says of how much is let through: for events and for REST alike.

/** The larger, the fewer values fit. */
export const LEAST: ReadonlySet<string> = new Set(['minLength', 'minItems', 'minimum', 'exclusiveMinimum']);
/** The larger, the more values fit. */
export const MOST: ReadonlySet<string> = new Set(['maxLength', 'maxItems', 'maximum', 'exclusiveMaximum']);

/** Whether the new value of a keyword lets more through than the old one; undefined when that cannot be told. */
export function isWider(keyword: string, was: unknown, is: unknown): boolean | undefined {
  if (is === undefined || was === undefined) return is === undefined;
  if (LEAST.has(keyword)) return Number(is) < Number(was);
  if (MOST.has(keyword)) return Number(is) > Number(was);
  return keyword === 'enum' ? isWiderList(was as unknown[], is as unknown[]) : undefined;
}

/** Whether a list of allowed values allows more. */
export function isWiderList(was: readonly unknown[], is: readonly unknown[]): boolean | undefined {
  if (was.every((value) => is.includes(value))) return true;
  return is.every((value) => was.includes(value)) ? false : undefined;
}

export function requiredIn(schema: Schema): Set<string> {
  return new Set(Array.isArray(schema['required']) ? (schema['required'] as string[]) : []);
}

export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The order of a list of allowed values means nothing. */
export function unordered(value: unknown): unknown {
  return Array.isArray(value) ? value.map(say).sort() : value;
}

/** A keyword's value, for people. */
export function say(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
