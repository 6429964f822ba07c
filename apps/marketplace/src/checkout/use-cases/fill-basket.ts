import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { type By, Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { OfferNotFound } from '../../listings/domain/errors.js';
import type { OfferId } from '../../listings/domain/listing.js';
import { offerOf } from '../../listings/store/offer.store.js';
import { isOffered } from '../domain/basket.js';
import { BasketFull, QuantityNotOffered } from '../domain/errors.js';
import { limits } from '../limits.js';
import { dropLines, linesOf, putLine } from '../store/basket.store.js';

/** Somebody puts something into their basket, or takes it out. */
@Injectable()
export class FillBasket {
  constructor(
    private readonly db: Database<DB>,
    private readonly clock: Clock,
  ) {}

  /** Makes it so much of an offer; none takes it out. @throws OfferNotFound, QuantityNotOffered, BasketFull */
  execute({ actor, offerId, quantity }: Pick<By, 'actor'> & { offerId: OfferId; quantity: bigint }): Promise<void> {
    return this.db.transaction(async (tx) => {
      if (quantity === 0n) return dropLines(tx, actor.id, offerId);
      const row = await tx
        .selectFrom('offer')
        .innerJoin('listing', 'listing.id', 'offer.listing_id')
        .innerJoin('business', 'business.id', 'listing.business_id')
        .selectAll('offer')
        .where('offer.id', '=', offerId)
        .where('listing.state', '=', 'published')
        .where('business.state', '=', 'verified')
        .executeTakeFirst();
      if (row === undefined) throw new OfferNotFound();
      const offer = offerOf(row);
      if (!isOffered(offer, quantity)) throw new QuantityNotOffered(offer.step, offer.minimum);
      const others = (await linesOf(tx, actor.id)).filter((line) => line.offer.id !== offerId);
      if (others.length >= limits.basket.most) throw new BasketFull(limits.basket.most);
      return putLine(tx, actor.id, { offerId, quantity, price: offer.price, at: this.clock.now() });
    });
  }
}
