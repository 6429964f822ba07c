import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, EachApart, Sweep } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { overdue } from '../../order/domain/decisions.js';
import type { OrderId } from '../../order/domain/order.js';
import { paymentOfOrder } from '../../order/store/order.store.js';
import { platform } from '../../payment/domain/payment.js';
import { afterStep } from '../../purchase/changes.js';
import { loadPurchase } from '../../purchase/load-purchase.js';
import { saveChange, toContracts } from '../../purchase/save-change.js';

const BATCH = 50;

/** Takes the steps that nobody took in time. */
@Injectable()
export class WatchDeadlines {
  readonly #each = new EachApart(WatchDeadlines.name);

  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns how many went on */
  @Sweep({ name: 'order-deadlines' })
  async execute(): Promise<number> {
    const leftOut = this.#each.leftOut;
    const due = await this.db.kysely
      .selectFrom('seller_order')
      .select('id')
      .where('due_at', '<=', this.clock.now())
      .$if(leftOut.length > 0, (query) => query.where('id', 'not in', leftOut))
      .orderBy('due_at')
      .limit(BATCH)
      .execute();
    const ids = due.map(({ id }) => id);
    return this.#each.run(ids, (id) => this.#goOn(id as OrderId));
  }

  /** Looked at again under its lock, the payment before the order: by then somebody may have taken the step. */
  #goOn(id: OrderId): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const paymentId = await paymentOfOrder(tx, id);
      const purchase = paymentId && (await loadPurchase(tx, paymentId, id));
      const [order] = purchase?.orders ?? [];
      const at = this.clock.now();
      if (purchase === undefined || order?.dueAt === undefined || order.dueAt > at) return false;
      const decision = overdue(order, { actor: platform, at });
      if (decision === undefined) return false;
      const change = afterStep(purchase.payment, decision, at);
      await saveChange(tx, change, { paymentId: purchase.payment.id, at });
      await this.outbox.add(tx, toContracts(change));
      return true;
    });
  }
}
