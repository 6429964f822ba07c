import { type Kysely, type Selectable, type Transaction } from 'kysely';
import { defined, rupiah } from '@jaki/kernel';
import { type DB, type offer as OfferTable } from '../../generated/db.js';
import type { ListingId, Offer, OfferId } from '../domain/listing.js';
import type { Unit } from '../domain/units.js';

/** A listing's offers, in their order. */
export async function offersOf(db: Kysely<DB>, listingId: ListingId): Promise<Offer[]> {
  const rows = await db.selectFrom('offer').selectAll().where('listing_id', '=', listingId).orderBy('n').execute();
  return rows.map(offerOf);
}

/** Makes the offers of a listing these ones. A new one begins with nothing in stock. */
export async function saveOffers(tx: Transaction<DB>, listingId: ListingId, offers: readonly Offer[]): Promise<void> {
  const ids = offers.map(({ id }) => id);
  await tx.deleteFrom('offer').where('listing_id', '=', listingId).where('id', 'not in', ids).execute();
  const rows = offers.map(({ id, name = null, unit, price, step, minimum }, index) => {
    return { id, listing_id: listingId, n: index + 1, name, unit, price, step, minimum };
  });
  await tx
    .insertInto('offer')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        n: eb.ref('excluded.n'),
        name: eb.ref('excluded.name'),
        unit: eb.ref('excluded.unit'),
        price: eb.ref('excluded.price'),
        step: eb.ref('excluded.step'),
        minimum: eb.ref('excluded.minimum'),
      })),
    )
    .execute();
  await beginStock(tx, ids);
}

async function beginStock(tx: Transaction<DB>, ids: readonly OfferId[]): Promise<void> {
  await tx
    .insertInto('stock')
    .values(ids.map((offer_id) => ({ offer_id, on_hand: 0n, reserved: 0n })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Makes the offer that a row stands for. */
export function offerOf(
  row: Pick<Selectable<OfferTable>, 'id' | 'name' | 'unit' | 'price' | 'step' | 'minimum'>,
): Offer {
  return {
    id: row.id as OfferId,
    unit: row.unit as Unit,
    price: rupiah(row.price),
    step: row.step,
    minimum: row.minimum,
    ...defined({ name: row.name ?? undefined }),
  };
}
