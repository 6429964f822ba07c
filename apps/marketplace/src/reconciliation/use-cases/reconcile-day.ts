import { Injectable, Logger } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock, isUuid } from '@jaki/kernel';
import { Database, Job } from '@jaki/platform';
import { Acquirer } from '../../acquirer/acquirer.js';
import type { SettlementLine } from '../../acquirer/settlement.js';
import { City } from '../../city/city.js';
import { type DB } from '../../generated/db.js';
import { type Difference, differencesBetween } from '../domain/difference.js';
import { booksOf, keepDifferences, keepLines } from '../store/day-book.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Holds our book of a day against the acquirer's settlement file. The same day twice changes nothing. What we did not know of
 * is asked about, so that money whose callback never came is taken all the same.
 */
@Injectable()
export class ReconcileDay {
  readonly #log = new Logger(ReconcileDay.name);

  constructor(
    private readonly db: Database<DB>,
    private readonly acquirer: Acquirer,
    private readonly city: City,
    private readonly clock: Clock,
  ) {}

  /** At 01:30 in Jakarta, for the day before; and for the one before that, whose late news have come meanwhile. */
  @Job({ name: 'reconcile', cron: '30 18 * * *' })
  async yesterday(): Promise<void> {
    const now = this.clock.now().getTime();
    const days = [now - 2 * DAY_MS, now - DAY_MS].map((at) => this.city.dayOf(new Date(at)));
    for (const day of days) await this.execute(day);
  }

  /** @returns how many differences there are. @throws AcquirerUnavailable when there is no file that can be read */
  async execute(day: string): Promise<number> {
    const lines = await this.acquirer.settlementOf(day);
    const found = await this.db.transaction(async (tx) => {
      const at = this.clock.now();
      await keepLines(tx, day, lines);
      const { ours, theirs } = await booksOf(tx, { day, zone: this.city.timeZone });
      const differences = differencesBetween(ours, theirs);
      await keepDifferences(tx, day, { differences, at });
      await askAbout(tx, lostPayments(differences, lines), at);
      return differences;
    });
    if (found.length > 0) this.#log.error({ day, differences: found.length }, 'the acquirer’s file differs from ours');
    return found.length;
  }
}

/** Ours that the acquirer took money for which we do not know of. */
function lostPayments(differences: readonly Difference[], lines: readonly SettlementLine[]): string[] {
  const unknown = differences.filter(({ kind }) => kind === 'not_with_us').map(({ reference }) => reference);
  const lost = lines.filter(({ transactionId }) => unknown.includes(transactionId));
  return lost.map(({ reference }) => reference).filter(isUuid);
}

async function askAbout(tx: Transaction<DB>, payments: readonly string[], at: Date): Promise<void> {
  if (payments.length === 0) return;
  await tx.updateTable('payment').set({ look_at: at }).where('id', 'in', payments).execute();
}
