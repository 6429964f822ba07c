import { type Transaction } from 'kysely';
import { regionsAround } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';
import type { Listing } from '../domain/listing.js';
import { wordsOf } from '../domain/words.js';

/** Makes a listing be found by what it says now while it is shown, and not be found when it is not. */
export async function indexListing(tx: Transaction<DB>, listing: Listing): Promise<void> {
  const { id, state, title, category, offers, seller } = listing;
  if (state !== 'published') {
    await tx.deleteFrom('listing_search').where('listing_id', '=', id).execute();
    return;
  }
  const [price_from] = offers.map(({ price }) => price).sort((one, other) => (one < other ? -1 : 1));
  const words = [title, ...offers.map(({ name = '' }) => name), seller.name].join(' ');
  const row = { areas: regionsAround(seller.region), category, words, price_from: price_from ?? 0n };
  await tx
    .insertInto('listing_search')
    .values({ listing_id: id, ...row })
    .onConflict((conflict) => conflict.column('listing_id').doUpdateSet(row))
    .execute();
  const known = [...new Set(wordsOf(words))].sort();
  if (known.length === 0) return;
  await tx
    .insertInto('search_word')
    .values(known.map((word) => ({ word })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
