import fc from 'fast-check';
import { type Schema } from '../published.js';

/** Data that fit a schema of the subset that contracts use, the limits of it included. */
export function dataOf(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if (Array.isArray(schema['anyOf'])) return fc.oneof(...(schema['anyOf'] as Schema[]).map(dataOf));
  switch (schema['type']) {
    case 'object':
      return objects(schema);
    case 'array':
      return fc.array(dataOf(schema['items'] as Schema), limits(schema['minItems'], schema['maxItems'], 4));
    case 'string':
      return strings(schema);
    case 'integer':
      return fc.integer(bounds(schema));
    case 'number':
      return fc.double({ ...bounds(schema), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    default:
      throw new TypeError(`no data can be made of ${JSON.stringify(schema)}`);
  }
}

function objects(schema: Schema): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const requiredKeys = (schema['required'] ?? []) as string[];
  const model = Object.fromEntries(properties.map(([name, property]) => [name, dataOf(property)]));
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

function strings(schema: Schema): fc.Arbitrary<unknown> {
  const { pattern, format } = schema as { pattern?: string; format?: string };
  const { minLength, maxLength } = limits(schema['minLength'], schema['maxLength'], 300);
  const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  if (format === 'date-time') return dates.map((date) => date.toISOString());
  if (format === 'date') return dates.map((date) => date.toISOString().slice(0, 10));
  if (format !== undefined) throw new TypeError(`no data can be made of the format ${format}`);
  if (pattern === undefined) return fc.string({ minLength, maxLength, size: 'max' });
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength;
  return fc.stringMatching(new RegExp(pattern)).filter(fits);
}

/** How long a text or list may be; where nothing limits it, a little longer than it must be. */
function limits(least: unknown, most: unknown, more: number): { minLength: number; maxLength: number } {
  const minLength = Number(least ?? 0);
  return { minLength, maxLength: Number(most ?? minLength + more) };
}

function bounds({ minimum, maximum }: { readonly minimum?: unknown; readonly maximum?: unknown }) {
  return {
    ...(minimum !== undefined && { min: Number(minimum) }),
    ...(maximum !== undefined && { max: Number(maximum) }),
  };
}
