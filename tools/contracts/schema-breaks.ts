import { isDeepStrictEqual } from 'node:util';
import { isSchema, isWider, LEAST, MOST, requiredIn, say, unordered } from './keywords.js';
import { type Schema } from './published.js';

/** Where two versions of a schema are compared, and what the older one is called. */
export interface Place {
  readonly at: string;
  readonly since: string;
}

/** Words for people: they may change, and are no part of what readers count on. */
const WORDS = new Set(['$schema', 'title', 'description', 'examples']);
/** Compared elsewhere, each in its own way. */
const APART = new Set(['properties', 'required', 'items', 'x-privacy', 'x-topic', 'x-key']);
/** Every other keyword that a contract may use: nobody can tell whether a change of it lets more or less through. */
const EXACT = new Set([
  '$id',
  'type',
  'format',
  'pattern',
  'const',
  'enum',
  'anyOf',
  'multipleOf',
  'uniqueItems',
  'additionalProperties',
]);

/**
 * In what a newer schema does not keep to an older one, so that one of them would refuse data of the other, or a reader
 * would miss what it counts on. A sentence each. What may change: words, and optional fields that are added.
 */
export function schemaBreaks(place: Place, older: Schema, newer: Schema): string[] {
  const items = isSchema(older['items']) && isSchema(newer['items']);
  return [
    ...keywordBreaks(place, older, newer),
    ...privacyBreaks(place, older, newer),
    ...fieldBreaks(place, older, newer),
    ...(items
      ? schemaBreaks({ ...place, at: `${place.at}[]` }, schemaIn(older, 'items'), schemaIn(newer, 'items'))
      : []),
  ];
}

function keywordBreaks({ at, since }: Place, older: Schema, newer: Schema): string[] {
  const keywords = new Set([...Object.keys(older), ...Object.keys(newer)]);
  return [...keywords].flatMap((keyword) => {
    const [was, is] = [older[keyword], newer[keyword]];
    if (WORDS.has(keyword) || APART.has(keyword) || isDeepStrictEqual(valuesOf(keyword, was), valuesOf(keyword, is)))
      return [];
    return [`${at}: ${keyword} was ${say(was)} and is ${say(is)}: ${consequence({ keyword, was, is, since })}`];
  });
}

function consequence({
  keyword,
  was,
  is,
  since,
}: {
  keyword: string;
  was: unknown;
  is: unknown;
  since: string;
}): string {
  const known = EXACT.has(keyword) || LEAST.has(keyword) || MOST.has(keyword);
  if (!known) return 'tools/contracts/schema-breaks.ts does not know this keyword; teach it what changes of it mean';
  const wider = isWider(keyword, was, is);
  const [narrowed, widened] = [
    `events kept since ${since} may be refused`,
    `readers of ${since} may refuse new events`,
  ];
  if (wider === undefined) return `${narrowed}, and ${widened}`;
  return wider ? widened : narrowed;
}

function privacyBreaks({ at, since }: Place, older: Schema, newer: Schema): string[] {
  if (older['x-privacy'] !== 'pseudonymous' || newer['x-privacy'] === 'pseudonymous') return [];
  return [
    `${at}: it was pseudonymous in ${since} and is ${say(newer['x-privacy'])}: those who read it so gave no more`,
  ];
}

function fieldBreaks({ at, since }: Place, older: Schema, newer: Schema): string[] {
  const [before, after] = [schemaIn(older, 'properties'), schemaIn(newer, 'properties')];
  const [needed, needs] = [requiredIn(older), requiredIn(newer)];
  const added = Object.keys(after).filter((name) => !(name in before) && needs.has(name));
  const kept = Object.keys(before).filter((name) => name in after);
  return [
    ...added.map((name) => `${at}.${name} is new and required: events kept since ${since} lack it`),
    ...Object.keys(before)
      .filter((name) => !(name in after))
      .map((name) => `${at}.${name} was removed: readers of ${since} count on it`),
    ...kept
      .filter((name) => needed.has(name) !== needs.has(name))
      .map((name) =>
        needs.has(name)
          ? `${at}.${name} was optional and is required: events kept since ${since} may lack it`
          : `${at}.${name} was required and is optional: readers of ${since} may refuse events without it`,
      ),
    ...kept.flatMap((name) =>
      schemaBreaks({ at: `${at}.${name}`, since }, schemaIn(before, name), schemaIn(after, name)),
    ),
  ];
}

function schemaIn(schema: Schema, name: string): Schema {
  const value = schema[name];
  return isSchema(value) ? value : {};
}

/** The order of an enum's values means nothing. */
function valuesOf(keyword: string, value: unknown): unknown {
  return keyword === 'enum' ? unordered(value) : value;
}
