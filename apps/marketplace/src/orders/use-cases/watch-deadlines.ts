import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, Sweep } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { overdue } from '../../order/domain/decisions.js';
import type { OrderId } from '../../order/domain/order.js';
import { type PaymentId, platform } from '../../payment/domain/payment.js';
import { afterStep } from '../../purchase/changes.js';
import { loadPurchase } from '../../purchase/load-purchase.js';
import { saveChange, toContracts } from '../../purchase/save-change.js';

const BATCH = 50;

/** Takes the steps that nobody took in time. */
@Injectable()
export class WatchDeadlines {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns how many went on */
  @Sweep({ name: 'order-deadlines' })
  async execute(): Promise<number> {
    const due = await this.db.kysely
      .selectFrom('seller_order')
      .select(['id', 'payment_id'])
      .where('due_at', '<=', this.clock.now())
      .orderBy('due_at')
      .limit(BATCH)
      .execute();
    let taken = 0;
    for (const { id, payment_id } of due) taken += await this.#goOn(id as OrderId, payment_id as PaymentId);
    return taken;
  }

  /** One transaction each: the payment is locked before the order, and by then somebody may have taken the step. */
  #goOn(id: OrderId, paymentId: PaymentId): Promise<0 | 1> {
    return this.db.transaction(async (tx) => {
      const purchase = await loadPurchase(tx, paymentId, id);
      const [order] = purchase?.orders ?? [];
      const at = this.clock.now();
      if (purchase === undefined || order?.dueAt === undefined || order.dueAt > at) return 0;
      const decision = overdue(order, { actor: platform, at });
      if (decision === undefined) return 0;
      const change = afterStep(purchase.payment, decision, at);
      await saveChange(tx, change, { paymentId, at });
      await this.outbox.add(tx, toContracts(change));
      return 1;
    });
  }
}
