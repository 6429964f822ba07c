import { type ReceivedEvent, reportWorkStarted } from '@jaki/contracts';
import { Controller } from '@nestjs/common';
import { type EventContext, OnEvent } from '../src/index.js';
import { type Tables } from './harness.js';

/** What the handler of a test does for one event (by its id); for all others it just notes the effect. */
export const scripts = new Map<string, (context: EventContext<Tables>) => Promise<void>>();

/** Notes each event as an effect, after what the test wants to happen. */
@Controller()
export class NoteWorkStarted {
  @OnEvent(reportWorkStarted)
  async handle(event: ReceivedEvent<typeof reportWorkStarted>, context: EventContext<Tables>): Promise<void> {
    const { id: event_id, subject, sequence } = event;
    await context.tx.insertInto('effect').values({ event_id, subject, sequence }).execute();
    await scripts.get(event_id)?.(context);
  }
}
