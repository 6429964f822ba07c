import { Controller } from '@nestjs/common';
import { __event__, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvent } from '@jaki/messaging';
import { type DB } from '../../generated/db.js';

/** What is done here when that happens: once for each event, in the transaction that notes that it was heard. */
@Controller()
export class On__Event__ {
  @OnEvent(__event__)
  async handle({ data }: ReceivedEvent<typeof __event__>, { tx }: EventContext<DB>): Promise<void> {
    await tx.selectFrom('__thing__').select('id').where('id', '=', data.__key__).execute();
  }
}
