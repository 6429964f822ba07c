import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, type RequestKey } from '@jaki/platform';
import { type Transaction } from 'kysely';
import type { ReportId } from '../domain/ids.js';
import type { Actor, Decision, Report } from '../domain/report.js';
import { ReportNotFound } from '../domain/errors.js';
import { requireSight } from '../domain/sight.js';
import { type By } from '../domain/step.js';
import { toContracts } from '../events/published.js';
import { type DB } from '../generated/db.js';
import { loadReport, saveReport } from '../store/report.store.js';

/** Who asks for a step of which report. */
export interface Order {
  readonly reportId: ReportId;
  readonly actor: Actor;
  readonly note?: string | undefined;
  readonly once?: RequestKey | undefined;
}

export interface StepTaken {
  readonly id: string;
  readonly number: string;
  readonly state: string;
}

export type Decide = (report: Report, by: By, tx: Transaction<DB>) => Decision | Promise<Decision>;

/** The frame of all steps after filing: load, decide, save, announce, in one transaction. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws ReportNotFound when to the actor it does not exist, and whatever the decision refuses */
  take({ reportId, actor, note, once }: Order, decide: Decide): Promise<StepTaken> {
    return this.db.transaction(
      async (tx) => {
        const report = await loadReport(tx, reportId);
        if (report === undefined) throw new ReportNotFound();
        requireSight(report, actor);
        const at = this.clock.now();
        const decision = await decide(report, { actor, at, note }, tx);
        await saveReport(tx, decision, at);
        await this.outbox.add(tx, toContracts(decision));
        const { id, number, state } = decision.next;
        return { id, number, state };
      },
      { once },
    );
  }
}
