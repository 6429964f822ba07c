import { Injectable } from '@nestjs/common';
import { Job } from '../jobs/job.js';
import { RateLimits } from './rate-limits.js';

/** Forgets now and then whose quota is whole again. */
@Injectable()
export class ForgetFullQuotas {
  constructor(private readonly limits: RateLimits) {}

  @Job({ name: 'forget-full-quotas', cron: '*/10 * * * *' })
  execute(): Promise<unknown> {
    return this.limits.forgetFull();
  }
}
