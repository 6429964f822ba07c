import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock } from '@jaki/kernel';
import { type By, Database } from '@jaki/platform';
import { isOwnerOf } from '../../businesses/domain/who.js';
import { type DB } from '../../generated/db.js';
import { OfferNotFound } from '../domain/errors.js';
import type { OfferId } from '../domain/listing.js';
import { findListing, listingOfOffer } from '../store/listing.store.js';
import { countStock, moveStock } from '../store/stock.store.js';

/** What there is of an offer after a change, in the unit's base. */
export interface StockKept {
  readonly onHand: number;
}

/** An owner says what there is of an offer. */
@Injectable()
export class KeepStock {
  constructor(
    private readonly db: Database<DB>,
    private readonly clock: Clock,
  ) {}

  /** Something came or went. @throws OfferNotFound, StockTooLow */
  move(request: By & { offerId: OfferId; change: number; reason: string }): Promise<StockKept> {
    const { offerId, change, reason } = request;
    return this.#kept(request, (tx, at) => moveStock(tx, { offerId, change: BigInt(change), reason, at }));
  }

  /** It was counted. @throws OfferNotFound, StockChanged, StockTooLow */
  count(request: By & { offerId: OfferId; onHand: number; was: number }): Promise<StockKept> {
    const { offerId, onHand, was } = request;
    return this.#kept(request, (tx, at) => countStock(tx, { offerId, onHand: BigInt(onHand), was: BigInt(was), at }));
  }

  #kept(
    { actor, once, offerId }: By & { offerId: OfferId },
    change: (tx: Transaction<DB>, at: Date) => Promise<bigint>,
  ): Promise<StockKept> {
    return this.db.transaction(
      async (tx) => {
        const listingId = await listingOfOffer(tx, offerId);
        const listing = listingId && (await findListing(tx, listingId));
        if (listing === undefined || !isOwnerOf(actor, listing.seller)) throw new OfferNotFound();
        return { onHand: Number(await change(tx, this.clock.now())) };
      },
      { once },
    );
  }
}
