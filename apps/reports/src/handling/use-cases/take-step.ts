import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, type RequestKey } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { ReportNotFound } from '../../report/domain/errors.js';
import type { ReportId } from '../../report/domain/ids.js';
import type { Actor, Decision, Report } from '../../report/domain/report.js';
import { requireSight } from '../../report/domain/sight.js';
import { type By } from '../../report/domain/workflow.js';
import { toContracts } from '../../report/published.js';
import { loadReport, saveReport } from '../../report/store/report.store.js';

/** Who asks for a step of which report, and what they say with it. */
export interface StepRequest {
  readonly reportId: ReportId;
  readonly actor: Actor;
  readonly note?: string | undefined;
  readonly once?: RequestKey | undefined;
}

/** One that must give its reason in words. */
export type ReasonedRequest = StepRequest & { readonly note: string };

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
  take({ reportId, actor, note, once }: StepRequest, decide: Decide): Promise<StepTaken> {
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
