import { Injectable, Logger } from '@nestjs/common';
import { sql, type Transaction } from 'kysely';
import { Clock } from '@jaki/kernel';
import { Database, EachApart, Sweep } from '@jaki/platform';
import { Acquirer } from '../../acquirer/acquirer.js';
import { AcquirerUnavailable } from '../../acquirer/errors.js';
import type { AcquirerStatus, Settlement } from '../../acquirer/messages.js';
import { type DB } from '../../generated/db.js';
import type { PaymentId } from '../../payment/domain/payment.js';
import { lookAfter } from '../../payment/store/looks.js';
import { loadPurchase } from '../../purchase/load-purchase.js';
import { TakeMoney } from './take-money.js';

const BATCH = 20;
/** Longer than asking takes: until then no other instance asks. */
const CLAIM_MS = 60_000;

/** A payment that this instance asks about now; until then no other does. */
interface Claimed {
  readonly id: string;
  readonly looks: number;
  readonly look_at: Date | null;
}

/**
 * Asks the acquirer about payments whose callback did not come, came late or said what a signature does not prove. Callbacks
 * get lost; what the acquirer answers here is what is true.
 */
@Injectable()
export class AskAcquirer {
  readonly #log = new Logger(AskAcquirer.name);
  readonly #each = new EachApart(AskAcquirer.name);

  constructor(
    private readonly db: Database<DB>,
    private readonly acquirer: Acquirer,
    private readonly money: TakeMoney,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were asked about */
  @Sweep({ name: 'ask-acquirer' })
  async execute(): Promise<number> {
    const due = new Map((await this.#claim()).map((claimed) => [claimed.id, claimed]));
    const answered = await this.#each.run([...due.keys()], (id) => this.#ask(due.get(id)));
    // Whoever gets no answer waits: asking on at once would not bring one.
    return answered === due.size ? answered : 0;
  }

  async #ask(claimed: Claimed | undefined): Promise<boolean> {
    if (claimed === undefined) return false;
    try {
      const status = await this.acquirer.statusOf(claimed.id);
      await this.#learn(claimed, status ?? { payments: [], refunds: [] });
      return true;
    } catch (error) {
      if (!(error instanceof AcquirerUnavailable)) throw error;
      this.#log.warn(error.message);
      return false;
    }
  }

  /** Takes each sum that is not known yet, and sets the next look, unless a callback has asked for one meanwhile. */
  #learn({ id, looks, look_at: claimed }: Claimed, status: AcquirerStatus): Promise<void> {
    return this.db.transaction(async (tx) => {
      const at = this.clock.now();
      for (const settlement of await unknown(tx, id as PaymentId, status.payments)) {
        // Each changes what the next one meets.
        const purchase = await loadPurchase(tx, id);
        if (purchase) await this.money.execute(tx, purchase, { settlement, at });
      }
      const next = tx.updateTable('payment').set({ look_at: lookAfter(looks, at) });
      await next.where('id', '=', id).where('look_at', '=', claimed).execute();
    });
  }

  async #claim(): Promise<Claimed[]> {
    const now = this.clock.now();
    return this.db.kysely
      .updateTable('payment')
      .set({ look_at: new Date(now.getTime() + CLAIM_MS), looks: sql<number>`looks + 1` })
      .where('id', 'in', (payment) =>
        payment
          .selectFrom('payment')
          .select('id')
          .where('look_at', '<=', now)
          .orderBy('look_at')
          .limit(BATCH)
          .forNoKeyUpdate()
          .skipLocked(),
      )
      .returning(['id', 'looks', 'look_at'])
      .execute();
  }
}

/**
 * What of it was not taken yet. A callback's number of the transaction is not signed: a sum that we took under a number
 * which the acquirer does not know is the same sum under its right one.
 */
async function unknown(
  tx: Transaction<DB>,
  id: PaymentId,
  settlements: readonly Settlement[],
): Promise<readonly Settlement[]> {
  await tx.selectFrom('payment').select('id').where('id', '=', id).forNoKeyUpdate().execute();
  const receipts = await tx.selectFrom('payment_receipt').selectAll().where('payment_id', '=', id).execute();
  const told = new Set(settlements.map(({ transactionId }) => transactionId));
  const taken = new Set(receipts.map((receipt) => receipt.transaction_id));
  const misnamed = receipts.filter(({ transaction_id }) => !told.has(transaction_id));
  const fresh: Settlement[] = [];
  for (const settlement of settlements.filter(({ transactionId }) => !taken.has(transactionId))) {
    const at = misnamed.findIndex(({ amount }) => amount === settlement.amount);
    const [same] = at < 0 ? [] : misnamed.splice(at, 1);
    if (same === undefined) fresh.push(settlement);
    else await rename(tx, same.id, settlement);
  }
  return fresh;
}

async function rename(tx: Transaction<DB>, id: string, { transactionId }: Settlement): Promise<void> {
  await tx.updateTable('payment_receipt').set({ transaction_id: transactionId }).where('id', '=', id).execute();
}
