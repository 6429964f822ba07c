import { Injectable, Logger } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, defined, type Rupiah, rupiah } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, EachApart, Sweep } from '@jaki/platform';
import { Acquirer } from '../../acquirer/acquirer.js';
import { AcquirerUnavailable } from '../../acquirer/errors.js';
import { type DB } from '../../generated/db.js';
import { refundTransfers } from '../../ledger/domain/transfer.js';
import { post } from '../../ledger/store/ledger.store.js';
import { noteRefund } from '../../payment/domain/decisions.js';
import type { PaymentId, Refund, RefundId } from '../../payment/domain/payment.js';
import { toContracts } from '../../payment/published.js';
import { loadPayment, savePayment } from '../../payment/store/payment.store.js';

const BATCH = 20;

type Due = Refund & { readonly paymentId: PaymentId };

/** Sends money back through the acquirer, again and again until it is made or never will be. */
@Injectable()
export class SendRefunds {
  readonly #log = new Logger(SendRefunds.name);
  readonly #each = new EachApart(SendRefunds.name);

  constructor(
    private readonly db: Database<DB>,
    private readonly acquirer: Acquirer,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were made, or found never to be */
  @Sweep({ name: 'send-refunds' })
  async execute(): Promise<number> {
    const due = new Map((await this.#claim()).map((refund) => [refund.id as string, refund]));
    const done = await this.#each.run([...due.keys()], (id) => this.#send(due.get(id)));
    return done === due.size ? done : 0;
  }

  async #send(refund: Due | undefined): Promise<boolean> {
    if (refund === undefined) return false;
    const { id: refundId, paymentId: reference, amount, reason } = refund;
    try {
      const made = await this.acquirer.refund({ refundId, reference, amount, reason });
      if (!made) this.#log.error({ refund: refundId }, 'the acquirer does not give a refund: a person must');
      await this.#note(refund, made ? 'made' : 'stuck');
      return true;
    } catch (error) {
      if (!(error instanceof AcquirerUnavailable)) throw error;
      this.#log.warn(error.message);
      return false;
    }
  }

  /** Its end, once: another instance that was as quick finds it noted. */
  #note(refund: Due, state: 'made' | 'stuck'): Promise<void> {
    return this.db.transaction(async (tx) => {
      const at = this.clock.now();
      const payment = await loadPayment(tx, refund.paymentId);
      const { numUpdatedRows } = await tx
        .updateTable('refund')
        .set({ state, next_at: null })
        .where('id', '=', refund.id)
        .where('state', '=', 'requested')
        .executeTakeFirst();
      if (payment === undefined || numUpdatedRows === 0n) return;
      const decision = noteRefund(payment, `refund_${state}`, { refund, at });
      await savePayment(tx, decision);
      if (state === 'made') await post(tx, refundTransfers(refund), at);
      await this.outbox.add(tx, toContracts(decision));
    });
  }

  async #claim(): Promise<Due[]> {
    const now = this.clock.now();
    const rows = await this.db.kysely
      .updateTable('refund')
      // So late only if this instance dies now: else it is noted, or it is tried again then.
      .set({
        attempts: sql<number>`attempts + 1`,
        next_at: sql<Date>`${now}::timestamptz + least(power(2, attempts) * 5, 3600) * interval '1 second'`,
      })
      .where('id', 'in', (refund) =>
        refund
          .selectFrom('refund')
          .select('id')
          .where('next_at', '<=', now)
          .orderBy('next_at')
          .limit(BATCH)
          .forNoKeyUpdate()
          .skipLocked(),
      )
      .returning(['id', 'payment_id', 'order_id', 'amount', 'reason'])
      .execute();
    return rows.map(dueOf);
  }
}

function dueOf(row: { id: string; payment_id: string; order_id: string | null; amount: bigint; reason: string }): Due {
  const amount: Rupiah = rupiah(row.amount);
  const [id, paymentId] = [row.id as RefundId, row.payment_id as PaymentId];
  return { id, paymentId, amount, reason: row.reason, ...defined({ orderId: row.order_id ?? undefined }) };
}
