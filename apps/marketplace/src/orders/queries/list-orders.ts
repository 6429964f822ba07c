import { Injectable } from '@nestjs/common';
import { type PersonId } from '@jaki/kernel';
import { Database, type Page, page, type PageQuery, readCursor } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { type OrderSummary } from './views.dto.js';

/** Lists of orders, newest first. An id begins with the millisecond of its checkout, so it alone is the order. */
@Injectable()
export class ListOrders {
  constructor(private readonly db: Database<DB>) {}

  /** What somebody ordered. */
  of(buyer: PersonId, paged: PageQuery): Promise<Page<OrderSummary>> {
    return this.#newest(summaries(this.db).where('seller_order.buyer', '=', buyer), paged);
  }

  /** What was ordered from somebody's businesses, and paid. */
  from(owner: PersonId, paged: PageQuery): Promise<Page<OrderSummary>> {
    const theirs = summaries(this.db).where('business.owner', '=', owner);
    return this.#newest(theirs.where('seller_order.paid_at', 'is not', null), paged);
  }

  async #newest(query: ReturnType<typeof summaries>, { limit, cursor }: PageQuery): Promise<Page<OrderSummary>> {
    const before = readCursor(cursor, { id: 'uuid' });
    const rows = await query
      .$if(before !== undefined, (older) => older.where('seller_order.id', '<', before?.id ?? ''))
      .orderBy('seller_order.id', 'desc')
      .limit(limit + 1)
      .execute();
    return page(rows, limit, ({ id }) => ({ id })).map(summaryOf);
  }
}

/** Every order with its seller. */
export function summaries({ kysely }: Database<DB>) {
  return kysely
    .selectFrom('seller_order')
    .innerJoin('business', 'business.id', 'seller_order.business_id')
    .select([
      'seller_order.id',
      'seller_order.number',
      'seller_order.business_id',
      'business.name',
      'seller_order.state',
      'seller_order.amount',
      'seller_order.placed_at',
      'seller_order.due_at',
    ]);
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number];

export function summaryOf({ id, number, state, amount, ...row }: SummaryRow) {
  return {
    id,
    number,
    businessId: row.business_id,
    businessName: row.name,
    state,
    amount: Number(amount),
    placedAt: row.placed_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
  };
}
