import { Injectable } from '@nestjs/common';
import { type OrganisationId } from '@jaki/kernel';
import { Steps, type StepTaken } from '@jaki/platform';
import { loadOrganisation } from '../../agencies/store/organisation.store.js';
import { City } from '../../city/city.js';
import { coordinate, dispatch, reject } from '../domain/pass-on.js';
import { reportSteps, type StepRequest } from '../steps.js';

/** Finds who deals with a report, or refuses it. */
@Injectable()
export class PassOnReport {
  constructor(
    private readonly steps: Steps,
    private readonly city: City,
  ) {}

  /** Passes a report on to another agency. */
  coordinate(request: StepRequest & { agencyId: OrganisationId }): Promise<StepTaken> {
    return this.steps.take(reportSteps, request, async (report, by, tx) =>
      coordinate(report, { ...by, agency: await loadOrganisation(tx, request.agencyId) }),
    );
  }

  /** An agency instructs one of its sub-agencies. */
  dispatch(request: StepRequest & { subAgencyId: OrganisationId }): Promise<StepTaken> {
    return this.steps.take(reportSteps, request, async (report, by, tx) =>
      dispatch(report, { ...by, subAgency: await loadOrganisation(tx, request.subAgencyId) }),
    );
  }

  /** The report is refused as such, for one of the city's reasons. @throws UnknownReason */
  async reject(request: StepRequest & { reason: string }): Promise<StepTaken> {
    this.city.requireReason(request.reason);
    return this.steps.take(reportSteps, request, (report, by) => reject(report, { ...by, reason: request.reason }));
  }
}
