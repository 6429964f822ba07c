import { Injectable } from '@nestjs/common';
import { type OrganisationId } from '@jaki/kernel';
import { dispatch } from '../domain/pass-on.js';
import { loadOrganisation } from '../store/organisation.store.js';
import { type Order, TakeStep } from './take-step.js';

/** An agency instructs one of its sub-agencies. */
@Injectable()
export class DispatchReport {
  constructor(private readonly steps: TakeStep) {}

  execute(order: Order & { subAgencyId: OrganisationId }) {
    return this.steps.take(order, async (report, by, tx) =>
      dispatch(report, { ...by, subAgency: await loadOrganisation(tx, order.subAgencyId) }),
    );
  }
}
