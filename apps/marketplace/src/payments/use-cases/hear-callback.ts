import { Injectable, Logger } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock, newId } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { Acquirer } from '../../acquirer/acquirer.js';
import type { Callback } from '../../acquirer/messages.js';
import { type DB } from '../../generated/db.js';
import { failPurchase } from '../../purchase/changes.js';
import { loadPurchase } from '../../purchase/load-purchase.js';
import type { Purchase } from '../../purchase/purchase.js';
import { TakeMoney } from './take-money.js';

/** Longer than any callback: what is kept of one that is longer proves nothing. */
const KEPT = 4_000;

/** What a callback brought about. */
export type Outcome = 'paid' | 'failed' | 'taken_before' | 'asked_about' | 'unknown_reference' | 'noted';

/**
 * The acquirer says what became of a charge. The signature covers reference, code and amount alone, so that only the one
 * thing which it proves is believed: that what is pending was paid, in full. Whatever would send money back is asked of the
 * acquirer first, by the sweep that asks about payments.
 */
@Injectable()
export class HearCallback {
  readonly #log = new Logger(HearCallback.name);

  constructor(
    private readonly db: Database<DB>,
    private readonly acquirer: Acquirer,
    private readonly money: TakeMoney,
    private readonly clock: Clock,
  ) {}

  /** @throws CallbackNotSigned */
  async execute(body: unknown): Promise<Outcome> {
    const callback = this.acquirer.parseCallback(body);
    return this.db.transaction(async (tx) => {
      const at = this.clock.now();
      const purchase = await loadPurchase(tx, callback.reference);
      const outcome = purchase ? await this.#act(tx, purchase, { callback, at }) : 'unknown_reference';
      if (outcome === 'unknown_reference') this.#log.warn('the acquirer told of a payment that is not ours');
      const row = { id: newId(at), received_at: at, reference: callback.reference.slice(0, 100), verdict: outcome };
      await tx
        .insertInto('payment_callback')
        .values({ ...row, body: JSON.stringify(body).slice(0, KEPT) })
        .execute();
      return outcome;
    });
  }

  async #act(
    tx: Transaction<DB>,
    purchase: Purchase,
    { callback, at }: { readonly callback: Callback; readonly at: Date },
  ): Promise<Outcome> {
    const { payment } = purchase;
    const { status, amount, transactionId } = callback;
    if (status === 'pending') return 'noted';
    if (status === 'deny' && payment.state === 'pending') {
      await this.money.save(tx, purchase, { change: failPurchase(purchase, at), at });
      return 'failed';
    }
    if (status === 'settlement' && payment.state === 'pending' && amount === payment.amount) {
      const taken = await this.money.execute(tx, purchase, { settlement: { transactionId, amount }, at });
      return taken ? 'paid' : 'taken_before';
    }
    await tx.updateTable('payment').set({ look_at: at }).where('id', '=', payment.id).execute();
    return 'asked_about';
  }
}
