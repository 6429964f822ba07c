import pg from 'pg';

/** How often a statement must have come before it is worth preparing. */
const AFTER = 5;
/** Each costs PostgreSQL some memory in every session. */
const MOST = 200;
const LONGEST = 4_000;
/** A prepared `SELECT *` fails as soon as a newer release adds a column, which must not disturb this one. */
const STAR = /(select|returning)\s+(distinct\s+)?(\w+\.|"\w+"\.)?\*/i;

const seen = new Map<string, number>();
const names = new Map<string, string>();

type Query = (text: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * A connection that prepares the statements that come often: PostgreSQL then parses and plans each of them once a
 * session instead of each time.
 */
export class PreparingClient extends pg.Client {
  override query = ((text: unknown, values?: unknown, callback?: unknown): unknown => {
    const query = super.query.bind(this) as Query;
    const hasValues = Array.isArray(values) && values.length > 0;
    const name = hasValues && typeof text === 'string' ? nameOf(text) : undefined;
    return name === undefined ? query(text, values, callback) : query({ name, text, values }, undefined, callback);
  }) as pg.Client['query'];
}

/** What a statement is prepared as, in all sessions; undefined while, or when, it is not. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST || text.length > LONGEST) return known;
  const times = (seen.get(text) ?? 0) + 1;
  // Statements of all lengths (`VALUES (…), (…)`) come and go: forgetting the counts now and then keeps the map small.
  if (seen.size >= MOST * 10) seen.clear();
  seen.set(text, times);
  if (times < AFTER || STAR.test(text)) return undefined;
  seen.delete(text);
  const name = `jaki_${names.size + 1}`;
  names.set(text, name);
  return name;
}
