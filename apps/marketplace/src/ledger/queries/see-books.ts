import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, type Page, page, type PageQuery, readCursor } from '@jaki/platform';
import type { Actor, BusinessId } from '../../businesses/domain/business.js';
import { BusinessNotFound } from '../../businesses/domain/errors.js';
import { isOwnerOf } from '../../businesses/domain/who.js';
import { businessOf } from '../../businesses/store/business.store.js';
import { type DB } from '../../generated/db.js';
import { sellerAccount } from '../domain/transfer.js';
import { type BalanceView, type StatementLineView } from './views.dto.js';

/** A business's part of the books, for its owner. */
@Injectable()
export class SeeBooks {
  constructor(private readonly db: Database<DB>) {}

  /** @throws BusinessNotFound when it is not the viewer's */
  async balance(id: BusinessId, viewer: Actor): Promise<BalanceView> {
    await this.#requireOwn(id, viewer);
    const query = this.db.kysely.selectFrom('seller_balance').select('amount').where('account', '=', sellerAccount(id));
    return { balance: Number((await query.executeTakeFirst())?.amount ?? 0n) };
  }

  /** @throws BusinessNotFound when it is not the viewer's */
  async statement(id: BusinessId, viewer: Actor, { limit, cursor }: PageQuery): Promise<Page<StatementLineView>> {
    await this.#requireOwn(id, viewer);
    const before = readCursor(cursor, { id: 'uuid' });
    const rows = await this.db.kysely
      .selectFrom(linesOf(sellerAccount(id)).as('line'))
      .selectAll()
      .$if(before !== undefined, (older) => older.where('id', '<', before?.id ?? ''))
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return page(rows, limit, (row) => ({ id: row.id })).map((row) => ({
      ...row,
      at: row.at.toISOString(),
      amount: Number(row.amount),
      balance: Number(row.balance),
    }));
  }

  async #requireOwn(id: BusinessId, viewer: Actor): Promise<void> {
    const row = await this.db.kysely.selectFrom('business').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined || !isOwnerOf(viewer, businessOf(row))) throw new BusinessNotFound();
  }
}

interface LineRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly reference: string;
  readonly amount: bigint;
  readonly balance: bigint;
}

/** All of an account's postings, with what stood on it after each. */
function linesOf(account: string) {
  return sql<LineRow>`(
    SELECT id, at, CASE WHEN credit = 'mdr' THEN 'mdr' ELSE kind END AS kind, reference, amount,
      sum(amount) OVER (ORDER BY id)::bigint AS balance
    FROM (
      SELECT id, at, kind, reference, credit, CASE WHEN credit = ${account} THEN amount ELSE -amount END AS amount
      FROM ledger_transfer WHERE credit = ${account} OR debit = ${account}
    ) AS posted
  )`;
}
