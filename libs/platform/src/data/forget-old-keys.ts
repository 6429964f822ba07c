import { Injectable } from '@nestjs/common';
import { Sweep } from './sweep.js';
import { Database } from './database.js';
import { forgetOldKeys } from './idempotency.js';

/** Forgets old idempotency keys now and then. */
@Injectable()
export class ForgetOldKeys extends Sweep {
  constructor(private readonly db: Database) {
    super();
  }

  protected override sweep(): Promise<unknown> {
    return forgetOldKeys(this.db.kysely);
  }
}
