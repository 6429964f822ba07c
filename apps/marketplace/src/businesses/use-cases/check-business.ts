import { Injectable } from '@nestjs/common';
import { type ReasonedRequest as Reasoned, Steps, type StepTaken } from '@jaki/platform';
import { City } from '../../city/city.js';
import type { Actor } from '../domain/business.js';
import { giveBack, refuse, resume, suspend, verify } from '../domain/decisions.js';
import { businessSteps, type StepRequest } from '../steps.js';

/** What an officer does about businesses of their region. */
@Injectable()
export class CheckBusiness {
  constructor(
    private readonly steps: Steps,
    private readonly city: City,
  ) {}

  /** It is what it says. @throws ProofLacking, NibTaken */
  verify(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(businessSteps, request, (business, by) =>
      verify(business, { ...by, today: this.city.dayOf(by.at) }),
    );
  }

  /** The owner is to correct it. */
  giveBack(request: Reasoned<Actor>): Promise<StepTaken> {
    return this.steps.take(businessSteps, request, giveBack);
  }

  /** It does not come onto the platform. */
  refuse(request: Reasoned<Actor>): Promise<StepTaken> {
    return this.steps.take(businessSteps, request, refuse);
  }

  /** It sells nothing for the time being. */
  suspend(request: Reasoned<Actor>): Promise<StepTaken> {
    return this.steps.take(businessSteps, request, suspend);
  }

  /** It may go on. @throws ProofLacking */
  resume(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(businessSteps, request, (business, by) =>
      resume(business, { ...by, today: this.city.dayOf(by.at) }),
    );
  }
}
