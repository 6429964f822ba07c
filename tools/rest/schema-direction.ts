import { isDeepStrictEqual } from 'node:util';
import { isSchema, isWider, isWiderList, requiredIn, say, unordered } from '../contracts/keywords.js';
import { type Schema } from '../contracts/published.js';

/** A JSON Schema, or any part of one. */
export type JsonSchema = Schema;

/** Who makes what the schema describes: a client that sends it, or a service whose answer it receives. */
export type Direction = 'sent' | 'received';

interface Where {
  readonly at: string;
  readonly direction: Direction;
  /** What `#/components/schemas/…` stands for, in each document. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly seen?: ReadonlySet<string>;
}

const WORDS = new Set(['title', 'description', 'example', 'examples', 'deprecated', 'default']);
const APART = new Set(['properties', 'required', 'items', '$ref', 'allOf']);

/**
 * What is not kept, a sentence each. What is sent may only be allowed more; what is received may only be promised more: then
 * a client of the older schema never notices.
 */
export function schemaBreaks(where: Where, was: JsonSchema, is: JsonSchema): string[] {
  const name = typeof was['$ref'] === 'string' ? was['$ref'] : '';
  // A schema that holds itself was compared at its first place.
  if (name !== '' && where.seen?.has(name)) return [];
  const deeper = { ...where, seen: new Set([...(where.seen ?? []), name]) };
  const [older, newer] = [resolved(was, where.before), resolved(is, where.after)];
  return [
    ...keywordBreaks(where, older, newer),
    ...fieldBreaks(deeper, older, newer),
    ...(isSchema(older['items']) && isSchema(newer['items'])
      ? schemaBreaks({ ...deeper, at: `${where.at}[]` }, older['items'], newer['items'])
      : []),
  ];
}

function resolved(schema: JsonSchema, components: Where['before']): JsonSchema {
  const [single] = Array.isArray(schema['allOf']) && schema['allOf'].length === 1 ? (schema['allOf'] as unknown[]) : [];
  const ref = isSchema(single) ? single['$ref'] : schema['$ref'];
  const target = typeof ref === 'string' ? components[ref.replace('#/components/schemas/', '')] : undefined;
  return isSchema(target) ? target : schema;
}

function keywordBreaks({ at, direction }: Where, was: JsonSchema, is: JsonSchema): string[] {
  const keywords = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return keywords
    .filter((keyword) => !WORDS.has(keyword) && !APART.has(keyword))
    .filter((keyword) => !isDeepStrictEqual(unordered(was[keyword]), unordered(is[keyword])))
    .filter((keyword) => direction !== widened(keyword, was[keyword], is[keyword]))
    .map((keyword) => `${at}: ${keyword} was ${say(was[keyword])} and is ${say(is[keyword])}`);
}

/** To whom a change of a keyword does no harm: `sent` when it lets more through, `received` when less. */
function widened(keyword: string, was: unknown, is: unknown): Direction | undefined {
  const lists = keyword === 'type' && was !== undefined && is !== undefined;
  const wider = lists ? isWiderList([was].flat(), [is].flat()) : isWider(keyword, was, is);
  if (wider === undefined) return undefined;
  return wider ? 'sent' : 'received';
}

function fieldBreaks(where: Where, was: JsonSchema, is: JsonSchema): string[] {
  const { at, direction } = where;
  const [before, after] = [fieldsOf(was), fieldsOf(is)];
  const [needed, needs] = [requiredIn(was), requiredIn(is)];
  const unkept =
    direction === 'sent'
      ? [...needs].filter((name) => !needed.has(name))
      : [...needed].filter((name) => !needs.has(name));
  const change = direction === 'sent' ? 'was not required and is' : 'was always there and may be absent';
  return [
    ...Object.keys(before)
      .filter((name) => !(name in after))
      .map((name) => `${at}.${name} is gone`),
    ...unkept.filter((name) => direction === 'sent' || name in after).map((name) => `${at}.${name} ${change}`),
    ...Object.entries(before).flatMap(([name, schema]) => {
      const now = after[name];
      return now === undefined ? [] : schemaBreaks({ ...where, at: `${at}.${name}` }, schema, now);
    }),
  ];
}

function fieldsOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return isSchema(schema['properties']) ? (schema['properties'] as Record<string, JsonSchema>) : {};
}
