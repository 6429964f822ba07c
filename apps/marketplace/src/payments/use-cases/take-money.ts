import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Outbox } from '@jaki/messaging';
import type { Settlement } from '../../acquirer/messages.js';
import { type DB } from '../../generated/db.js';
import { holdAgain, holdGoods, releasedGoods } from '../../order/store/goods.store.js';
import { receiveMoney } from '../../purchase/changes.js';
import type { Change, Purchase } from '../../purchase/purchase.js';
import { saveChange, toContracts } from '../../purchase/save-change.js';

/** Money came for a locked purchase: it pays, or it goes back. */
@Injectable()
export class TakeMoney {
  constructor(private readonly outbox: Outbox) {}

  /** @returns false when that transaction was taken before: then nothing happens */
  async execute(
    tx: Transaction<DB>,
    purchase: Purchase,
    { settlement, at }: { readonly settlement: Settlement; readonly at: Date },
  ): Promise<boolean> {
    if (await isTaken(tx, settlement)) return false;
    const goodsAreThere = await this.#holdOnceMore(tx, purchase, settlement);
    await this.save(tx, purchase, { change: receiveMoney(purchase, { ...settlement, goodsAreThere }, at), at });
    return true;
  }

  /** Saves a change of the purchase and announces it. */
  async save(
    tx: Transaction<DB>,
    { payment }: Purchase,
    { change, at }: { readonly change: Change; readonly at: Date },
  ): Promise<void> {
    await saveChange(tx, change, { paymentId: payment.id, at });
    await this.outbox.add(tx, toContracts(change));
  }

  /** The goods of an ended payment are free again: they are held once more, if the money is enough and they are there. */
  async #holdOnceMore(tx: Transaction<DB>, { payment, orders }: Purchase, { amount }: Settlement): Promise<boolean> {
    const ended = payment.state === 'expired' || payment.state === 'failed';
    if (!ended || amount < payment.amount) return false;
    const ids = orders.map(({ id }) => id);
    if ((await holdGoods(tx, await releasedGoods(tx, ids))).length > 0) return false;
    await holdAgain(tx, ids);
    return true;
  }
}

async function isTaken(tx: Transaction<DB>, { transactionId }: Settlement): Promise<boolean> {
  const query = tx.selectFrom('payment_receipt').select('id').where('transaction_id', '=', transactionId);
  return (await query.executeTakeFirst()) !== undefined;
}
