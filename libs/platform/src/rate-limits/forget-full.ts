import { Injectable } from '@nestjs/common';
import { Sweep } from '../data/sweep.js';
import { RateLimits } from './rate-limits.js';

/** Forgets now and then whose quota is whole again. */
@Injectable()
export class ForgetFullQuotas extends Sweep {
  constructor(private readonly limits: RateLimits) {
    super();
  }

  protected override sweep(): Promise<unknown> {
    return this.limits.forgetFull();
  }
}
