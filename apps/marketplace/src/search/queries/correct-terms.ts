import { type Kysely, sql } from 'kysely';
import { type DB } from '../../generated/db.js';
import { type CorrectionView } from './views.dto.js';

/**
 * Takes words that no listing ever had for the most alike one that some had. The last one may be the beginning of a word,
 * since people search while they type.
 */
export async function correctTerms(
  db: Kysely<DB>,
  terms: readonly string[],
): Promise<{ terms: string[]; corrections: CorrectionView[] }> {
  const { rows } = await sql<{ term: string; likely: string | null }>`
    SELECT term, (
      SELECT word FROM search_word WHERE word % term ORDER BY similarity(word, term) DESC, word LIMIT 1
    ) AS likely
    FROM unnest(${terms}::text[]) WITH ORDINALITY AS asked(term, n)
    WHERE NOT EXISTS (
      SELECT FROM search_word WHERE word = term OR (n = ${terms.length} AND word LIKE term || '%')
    )`.execute(db);
  const corrections = rows.flatMap(({ term, likely }) => (likely === null ? [] : [{ from: term, to: likely }]));
  const corrected = new Map(corrections.map(({ from, to }) => [from, to]));
  return { terms: terms.map((term) => corrected.get(term) ?? term), corrections };
}
