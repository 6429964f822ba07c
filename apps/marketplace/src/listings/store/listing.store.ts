import { type Kysely, type Selectable, type Transaction } from 'kysely';
import { businessOf } from '../../businesses/store/business.store.js';
import { type DB, type listing as ListingTable } from '../../generated/db.js';
import type { Category } from '../domain/categories.js';
import type { Decision, Listing, ListingId, OfferId } from '../domain/listing.js';
import { type State } from '../domain/states.js';
import { offersOf, saveOffers } from './offer.store.js';
import { indexListing } from './search-index.store.js';

type ListingRow = Selectable<ListingTable>;

/** Loads a listing and locks its row until the transaction ends. */
export async function loadListing(tx: Transaction<DB>, id: ListingId): Promise<Listing | undefined> {
  const row = await tx.selectFrom('listing').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && listingOf(tx, row);
}

/** The listing as it is now, for a look. */
export async function findListing(db: Kysely<DB>, id: ListingId): Promise<Listing | undefined> {
  const row = await db.selectFrom('listing').selectAll().where('id', '=', id).executeTakeFirst();
  return row && listingOf(db, row);
}

/** The listing that an offer belongs to; undefined when there is no such offer. */
export async function listingOfOffer(db: Kysely<DB>, offerId: OfferId): Promise<ListingId | undefined> {
  const row = await db.selectFrom('offer').select('listing_id').where('id', '=', offerId).executeTakeFirst();
  return row?.listing_id as ListingId | undefined;
}

/** Inserts a new listing with its offers and history. */
export async function addListing(tx: Transaction<DB>, decision: Decision, at: Date): Promise<void> {
  const { id, number, seller, offers } = decision.next;
  const row = { id, number, business_id: seller.id, created_at: at, ...changing(decision.next, at) };
  await tx.insertInto('listing').values(row).execute();
  await saveOffers(tx, id, offers);
  await addHistory(tx, decision);
}

/** Saves a decided step with its offers and history. */
export async function saveListing(tx: Transaction<DB>, decision: Decision, at: Date): Promise<void> {
  const { id, offers } = decision.next;
  await tx.updateTable('listing').set(changing(decision.next, at)).where('id', '=', id).execute();
  await saveOffers(tx, id, offers);
  await indexListing(tx, decision.next);
  await addHistory(tx, decision);
}

async function addHistory(tx: Transaction<DB>, { next, facts }: Decision): Promise<void> {
  const rows = facts.map(({ type, version, at, organisation, note }) => ({
    listing_id: next.id,
    version,
    type,
    state: next.state,
    at,
    organisation: organisation ?? null,
    note: note ?? null,
  }));
  await tx.insertInto('listing_history').values(rows).execute();
}

function changing({ state, version, title, description, category }: Listing, at: Date) {
  return { state, version, title, description, category, updated_at: at };
}

async function listingOf(db: Kysely<DB>, row: ListingRow): Promise<Listing> {
  const business = await db
    .selectFrom('business')
    .selectAll()
    .where('id', '=', row.business_id)
    .executeTakeFirstOrThrow();
  return {
    id: row.id as ListingId,
    number: row.number,
    seller: businessOf(business),
    state: row.state as State,
    version: row.version,
    title: row.title,
    description: row.description,
    category: row.category as Category,
    offers: await offersOf(db, row.id as ListingId),
  };
}
