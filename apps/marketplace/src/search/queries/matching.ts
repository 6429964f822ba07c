import { type RawBuilder, sql } from 'kysely';
import { hasForms, spellingsOf } from '../domain/terms.js';

/** Whether a row of `listing_search` has the words. Terms hold letters and digits alone, so that none is an operator. */
export interface Matching {
  readonly matches: RawBuilder<boolean>;
  /** Written as they were asked for: such a row comes before one that has them by their stem. */
  readonly exactly: RawBuilder<boolean>;
}

const indexed = sql`(to_tsvector('indonesian', words) || to_tsvector('simple', words))`;

/** All of the words, or any of them. The last one may be the beginning of a word. */
export function matching(terms: readonly string[], all: boolean): Matching {
  const operator = all ? sql` && ` : sql` || `;
  const parts = terms.map((term, index) => queryOf(term, index === terms.length - 1));
  const written = terms.map((term) => sql`plainto_tsquery('simple', ${term})`);
  return {
    matches: sql<boolean>`${indexed} @@ (${sql.join(parts, operator)})`,
    exactly: sql<boolean>`to_tsvector('simple', words) @@ (${sql.join(written, operator)})`,
  };
}

function queryOf(term: string, last: boolean): RawBuilder<unknown> {
  const ways = spellingsOf(term).flatMap((word) => [
    sql`plainto_tsquery('simple', ${word})`,
    ...(hasForms(word) ? [sql`plainto_tsquery('indonesian', ${word})`] : []),
  ]);
  const begins = last ? [sql`to_tsquery('simple', ${`${term}:*`})`] : [];
  return sql`(${sql.join([...ways, ...begins], sql` || `)})`;
}
