import { Injectable } from '@nestjs/common';
import { Job } from '../jobs/job.js';
import { Database } from './database.js';
import { forgetOldKeys } from './idempotency.js';

/** Forgets old idempotency keys now and then. */
@Injectable()
export class ForgetOldKeys {
  constructor(private readonly db: Database) {}

  @Job({ name: 'forget-old-keys', cron: '*/10 * * * *' })
  execute(): Promise<unknown> {
    return forgetOldKeys(this.db.kysely);
  }
}
