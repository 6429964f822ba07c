import { Injectable } from '@nestjs/common';
import { type PersonId } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { amountOf } from '../../listings/domain/units.js';
import { type Line, problemOf } from '../domain/basket.js';
import { linesOf } from '../store/basket.store.js';
import { type BasketLineView, type BasketView } from './views.dto.js';

/** Somebody's basket as it is now, with what has changed since it was filled. */
@Injectable()
export class SeeBasket {
  constructor(private readonly db: Database<DB>) {}

  async execute(buyer: PersonId): Promise<BasketView> {
    const items = (await linesOf(this.db.kysely, buyer)).map((line) => viewOf(line, buyer));
    return { items, total: items.reduce((total, { amount }) => total + amount, 0) };
  }
}

function viewOf(line: Line, buyer: PersonId): BasketLineView {
  const { offer, listingId, title, seller, quantity, seen } = line;
  return {
    offerId: offer.id,
    listingId,
    title,
    name: offer.name ?? null,
    businessId: seller.id,
    businessName: seller.name,
    unit: offer.unit,
    quantity: Number(quantity),
    price: Number(offer.price),
    seen: Number(seen),
    amount: Number(amountOf(offer, quantity)),
    problem: problemOf(line, buyer) ?? null,
  };
}
