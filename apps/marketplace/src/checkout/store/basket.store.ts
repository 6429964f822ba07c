import { type Kysely, type Transaction } from 'kysely';
import { type PersonId, rupiah } from '@jaki/kernel';
import type { BusinessId } from '../../businesses/domain/business.js';
import { type DB } from '../../generated/db.js';
import type { ListingId, OfferId } from '../../listings/domain/listing.js';
import { offerOf } from '../../listings/store/offer.store.js';
import type { Line } from '../domain/basket.js';

/** Somebody's basket, as its goods are offered now. */
export async function linesOf(db: Kysely<DB>, buyer: PersonId): Promise<Line[]> {
  const rows = await lines(db).where('basket_line.buyer', '=', buyer).orderBy('basket_line.added_at').execute();
  return rows.map(lineOf);
}

/** The same, locked, so that one basket is checked out once. */
export async function loadLines(tx: Transaction<DB>, buyer: PersonId): Promise<Line[]> {
  await tx.selectFrom('basket_line').select('offer_id').where('buyer', '=', buyer).forUpdate().execute();
  return linesOf(tx, buyer);
}

/** Puts so much of an offer into a basket, in the place of what was there of it. */
export async function putLine(
  tx: Transaction<DB>,
  buyer: PersonId,
  line: { readonly offerId: OfferId; readonly quantity: bigint; readonly price: bigint; readonly at: Date },
): Promise<void> {
  const { offerId, quantity, price, at } = line;
  await tx
    .insertInto('basket_line')
    .values({ buyer, offer_id: offerId, quantity, price, added_at: at })
    .onConflict((conflict) => conflict.columns(['buyer', 'offer_id']).doUpdateSet({ quantity, price }))
    .execute();
}

/** Takes one line out of a basket, or all of them. */
export async function dropLines(tx: Transaction<DB>, buyer: PersonId, offerId?: OfferId): Promise<void> {
  await tx
    .deleteFrom('basket_line')
    .where('buyer', '=', buyer)
    .$if(offerId !== undefined, (query) => query.where('offer_id', '=', offerId ?? ''))
    .execute();
}

function lines(db: Kysely<DB>) {
  return db
    .selectFrom('basket_line')
    .innerJoin('offer', 'offer.id', 'basket_line.offer_id')
    .innerJoin('stock', 'stock.offer_id', 'offer.id')
    .innerJoin('listing', 'listing.id', 'offer.listing_id')
    .innerJoin('business', 'business.id', 'listing.business_id')
    .select(['offer.id', 'offer.name', 'offer.unit', 'offer.price', 'offer.step', 'offer.minimum'])
    .select(['stock.on_hand', 'stock.reserved', 'basket_line.quantity', 'basket_line.price as seen'])
    .select(['listing.id as listing_id', 'listing.title', 'listing.state as listing_state'])
    .select(['business.id as business_id', 'business.name as business_name', 'business.owner'])
    .select('business.state as business_state');
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

function lineOf(row: LineRow): Line {
  return {
    offer: offerOf(row),
    listingId: row.listing_id as ListingId,
    title: row.title,
    seller: { id: row.business_id as BusinessId, name: row.business_name, owner: row.owner as PersonId },
    forSale: row.listing_state === 'published' && row.business_state === 'verified',
    free: row.on_hand - row.reserved,
    quantity: row.quantity,
    seen: rupiah(row.seen),
  };
}
