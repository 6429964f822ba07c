import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { type By, Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';

/** What somebody does with a __thing__, in one sentence. */
@Injectable()
export class __Verb____Thing__ {
  constructor(
    private readonly db: Database<DB>,
    private readonly clock: Clock,
  ) {}

  /** Load and lock, let the domain decide, save, announce: in one transaction, once for one Idempotency-Key. */
  execute({ id }: { readonly id: string }, { actor, once }: By): Promise<{ id: string }> {
    const at = this.clock.now();
    return this.db.transaction(
      async (tx) => {
        const query = tx.selectFrom('__thing__').select('id').where('id', '=', id).where('owner', '=', actor.id);
        await query.where('created_at', '<=', at).forUpdate().executeTakeFirstOrThrow();
        return { id };
      },
      { once },
    );
  }
}
