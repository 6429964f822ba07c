import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Database, Sweep } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { loadOrders } from '../../order/store/order.store.js';
import { loadEnded } from '../../payment/store/payment.store.js';
import { expirePurchase } from '../../purchase/changes.js';
import { TakeMoney } from './take-money.js';

const BATCH = 50;

/** Ends what was not paid in time, and lets its goods go. */
@Injectable()
export class ExpirePayments {
  constructor(
    private readonly db: Database<DB>,
    private readonly money: TakeMoney,
    private readonly clock: Clock,
  ) {}

  /** @returns how many ended */
  @Sweep({ name: 'expire-payments' })
  execute(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const at = this.clock.now();
      const ended = await loadEnded(tx, at, BATCH);
      for (const payment of ended) {
        const purchase = { payment, orders: await loadOrders(tx, payment.id) };
        await this.money.save(tx, purchase, { change: expirePurchase(purchase, at), at });
      }
      return ended.length;
    });
  }
}
