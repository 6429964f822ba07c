import { Injectable } from '@nestjs/common';
import { City } from '../../city/city.js';
import { giveBack, refuse, resume, suspend, verify } from '../domain/decisions.js';
import { type StepRequest, type StepTaken, TakeStep } from './take-step.js';

/** One that must give its reason in words. */
type ReasonedRequest = StepRequest & { readonly note: string };

/** What an officer does about businesses of their region. */
@Injectable()
export class CheckBusiness {
  constructor(
    private readonly steps: TakeStep,
    private readonly city: City,
  ) {}

  /** It is what it says. @throws ProofLacking, NibTaken */
  verify(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(request, (business, by) => verify(business, { ...by, today: this.city.dayOf(by.at) }));
  }

  /** The owner is to correct it. */
  giveBack(request: ReasonedRequest): Promise<StepTaken> {
    return this.steps.take(request, giveBack);
  }

  /** It does not come onto the platform. */
  refuse(request: ReasonedRequest): Promise<StepTaken> {
    return this.steps.take(request, refuse);
  }

  /** It sells nothing for the time being. */
  suspend(request: ReasonedRequest): Promise<StepTaken> {
    return this.steps.take(request, suspend);
  }

  /** It may go on. @throws ProofLacking */
  resume(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(request, (business, by) => resume(business, { ...by, today: this.city.dayOf(by.at) }));
  }
}
