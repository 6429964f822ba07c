import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Database, EachApart, Sweep } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { endedPayments } from '../../payment/store/payment.store.js';
import { expirePurchase } from '../../purchase/changes.js';
import { loadPurchase } from '../../purchase/load-purchase.js';
import { TakeMoney } from './take-money.js';

const BATCH = 50;

/** Ends what was not paid in time, and lets its goods go. */
@Injectable()
export class ExpirePayments {
  readonly #each = new EachApart(ExpirePayments.name);

  constructor(
    private readonly db: Database<DB>,
    private readonly money: TakeMoney,
    private readonly clock: Clock,
  ) {}

  /** @returns how many ended */
  @Sweep({ name: 'expire-payments' })
  async execute(): Promise<number> {
    const due = { now: this.clock.now(), leftOut: this.#each.leftOut, limit: BATCH };
    return this.#each.run(await endedPayments(this.db.kysely, due), (id) => this.#expire(id));
  }

  /** Looked at again under its lock: another instance may have been quicker, or the money. */
  #expire(id: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const purchase = await loadPurchase(tx, id);
      const at = this.clock.now();
      if (purchase?.payment.state !== 'pending' || purchase.payment.expiresAt > at) return false;
      await this.money.save(tx, purchase, { change: expirePurchase(purchase, at), at });
      return true;
    });
  }
}
