import { Injectable } from '@nestjs/common';
import { type OrganisationId } from '@jaki/kernel';
import { coordinate } from '../domain/pass-on.js';
import { loadOrganisation } from '../store/organisation.store.js';
import { type Order, TakeStep } from './take-step.js';

/** Passes a report on to another agency. */
@Injectable()
export class CoordinateReport {
  constructor(private readonly steps: TakeStep) {}

  execute(order: Order & { agencyId: OrganisationId }) {
    return this.steps.take(order, async (report, by, tx) =>
      coordinate(report, { ...by, agency: await loadOrganisation(tx, order.agencyId) }),
    );
  }
}
