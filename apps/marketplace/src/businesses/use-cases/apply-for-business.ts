import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { type By, Database, type StepTaken } from '@jaki/platform';
import { City } from '../../city/city.js';
import { type DB } from '../../generated/db.js';
import { nextNumber } from '../../next-number.js';
import type { Application } from '../domain/business.js';
import { apply } from '../domain/decisions.js';
import { toContracts } from '../published.js';
import { addBusiness } from '../store/business.store.js';

/** A person applies for a business of their own. */
@Injectable()
export class ApplyForBusiness {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly city: City,
  ) {}

  /** @throws NotAKelurahan, and whatever the decision refuses */
  execute(application: Application, { actor, once }: By): Promise<StepTaken> {
    this.city.requireKelurahan(application.region);
    const at = this.clock.now();
    return this.db.transaction(
      async (tx) => {
        const asked = { ...application, id: newId<'business'>(at), number: await nextNumber(tx, 'business') };
        const decision = apply(asked, { actor, at });
        await addBusiness(tx, decision, at);
        await this.outbox.add(tx, toContracts(decision));
        const { id, number, state } = decision.next;
        return { id, number, state };
      },
      { once },
    );
  }
}
