import { Injectable } from '@nestjs/common';
import { Database } from '@jaki/platform';
import type { Actor } from '../../businesses/domain/business.js';
import { type DB } from '../../generated/db.js';
import { OrderNotFound } from '../../order/domain/errors.js';
import type { Order, OrderId } from '../../order/domain/order.js';
import { sightOf } from '../../order/domain/who.js';
import { findOrder } from '../../order/store/order.store.js';
import { summaries, summaryOf } from './list-orders.js';
import { type OrderDetailsView, type OrderHistoryView, type OrderLineView } from './views.dto.js';

/** When the buyer needs the code. */
const FETCHED_IN: readonly Order['state'][] = ['accepted', 'ready'];

/** One order for its buyer or its seller. */
@Injectable()
export class FindOrder {
  constructor(private readonly db: Database<DB>) {}

  /** @throws OrderNotFound */
  async execute(id: OrderId, viewer: Actor): Promise<OrderDetailsView> {
    const { order, seenAs } = await this.#seen(id, viewer);
    const row = await summaries(this.db).where('seller_order.id', '=', id).executeTakeFirstOrThrow();
    const shown = seenAs === 'buyer' && FETCHED_IN.includes(order.state);
    const pickupCode = shown ? order.pickupCode : null;
    return { ...summaryOf(row), checkoutId: order.paymentId, seenAs, lines: await this.#linesOf(id), pickupCode };
  }

  /** @throws OrderNotFound */
  async history(id: OrderId, viewer: Actor): Promise<OrderHistoryView> {
    await this.#seen(id, viewer);
    const rows = await this.db.kysely
      .selectFrom('seller_order_history')
      .select(['version', 'type', 'state', 'at', 'note'])
      .where('order_id', '=', id)
      .orderBy('version')
      .execute();
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  }

  async #seen(id: OrderId, viewer: Actor): Promise<{ order: Order; seenAs: 'buyer' | 'seller' }> {
    const order = await findOrder(this.db.kysely, id);
    const seenAs = order && sightOf(order, viewer);
    if (order === undefined || seenAs === undefined) throw new OrderNotFound();
    return { order, seenAs };
  }

  async #linesOf(id: OrderId): Promise<OrderLineView[]> {
    const rows = await this.db.kysely
      .selectFrom('order_line')
      .select(['listing_id as listingId', 'offer_id as offerId', 'title', 'offer_name as name', 'unit'])
      .select(['price', 'quantity', 'amount'])
      .where('order_id', '=', id)
      .orderBy('n')
      .execute();
    return rows.map((row) => {
      return { ...row, price: Number(row.price), quantity: Number(row.quantity), amount: Number(row.amount) };
    });
  }
}
