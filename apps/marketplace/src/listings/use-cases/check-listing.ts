import { Injectable } from '@nestjs/common';
import { type ReasonedRequest, Steps, type StepTaken } from '@jaki/platform';
import type { Actor } from '../../businesses/domain/business.js';
import { approve, refuse } from '../domain/decisions.js';
import { listingSteps, type StepRequest } from '../steps.js';

/** What an officer does about listings of their region. */
@Injectable()
export class CheckListing {
  constructor(private readonly steps: Steps) {}

  /** It is in order. @throws BusinessNotVerified */
  approve(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(listingSteps, request, approve);
  }

  /** It is not, or not any more. */
  refuse(request: ReasonedRequest<Actor>): Promise<StepTaken> {
    return this.steps.take(listingSteps, request, refuse);
  }
}
