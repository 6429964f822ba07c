import { Injectable } from '@nestjs/common';
import { Steps, type StepTaken } from '@jaki/platform';
import { City } from '../../city/city.js';
import type { Application } from '../domain/business.js';
import { close, resubmit } from '../domain/decisions.js';
import { businessSteps, type StepRequest } from '../steps.js';

/** What an owner does about a business after the application. */
@Injectable()
export class OwnBusiness {
  constructor(
    private readonly steps: Steps,
    private readonly city: City,
  ) {}

  /** Hands a returned application in again. @throws NotAKelurahan, ProofTwice */
  resubmit(request: StepRequest & { readonly application: Application }): Promise<StepTaken> {
    const { application } = request;
    this.city.requireKelurahan(application.region);
    return this.steps.take(businessSteps, request, (business, by) => resubmit(business, application, by));
  }

  /** Ends it. */
  close(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(businessSteps, request, close);
  }
}
