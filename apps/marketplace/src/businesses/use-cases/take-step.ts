import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, type RequestKey } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import type { Actor, Business, BusinessId, Decision } from '../domain/business.js';
import { BusinessNotFound } from '../domain/errors.js';
import { sightOf } from '../domain/who.js';
import { type By } from '../domain/workflow.js';
import { toContracts } from '../published.js';
import { loadBusiness, saveBusiness } from '../store/business.store.js';

/** Who asks for a step of which business, and what they say with it. */
export interface StepRequest {
  readonly businessId: BusinessId;
  readonly actor: Actor;
  readonly note?: string | undefined;
  readonly once?: RequestKey | undefined;
}

export interface StepTaken {
  readonly id: string;
  readonly number: string;
  readonly state: string;
}

/** The frame of all steps after the application: load, decide, save, announce, in one transaction. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessNotFound when to the actor it does not exist, and whatever the decision refuses */
  take(
    { businessId, actor, note, once }: StepRequest,
    decide: (business: Business, by: By, tx: Transaction<DB>) => Decision | Promise<Decision>,
  ): Promise<StepTaken> {
    return this.db.transaction(
      async (tx) => {
        const business = await loadBusiness(tx, businessId);
        if (business === undefined || sightOf(business, actor) === undefined) throw new BusinessNotFound();
        const at = this.clock.now();
        const decision = await decide(business, { actor, at, note }, tx);
        await saveBusiness(tx, decision, at);
        await this.outbox.add(tx, toContracts(decision));
        const { id, number, state } = decision.next;
        return { id, number, state };
      },
      { once },
    );
  }
}
