import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { type By, Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { open } from '../domain/__thing__.js';
import { toContracts } from '../published.js';
import { insert__Thing__ } from '../store/__thing__.store.js';

/** Somebody opens a __thing__ of their own. */
@Injectable()
export class Open__Thing__ {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws __Thing__NotValid */
  execute({ name }: { readonly name: string }, { actor, once }: By): Promise<{ id: string }> {
    const at = this.clock.now();
    return this.db.transaction(
      async (tx) => {
        const decision = open({ id: newId<'__thing__'>(at), name }, { actor, at });
        await insert__Thing__(tx, decision.next, at);
        await this.outbox.add(tx, toContracts(decision));
        return { id: decision.next.id };
      },
      { once },
    );
  }
}
