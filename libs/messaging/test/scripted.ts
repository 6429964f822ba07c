import { Controller } from '@nestjs/common';
import { type ReceivedEvent, reportWorkStarted } from '@jaki/contracts';
import { type EventContext, OnEvent, OnEvents } from '../src/index.js';
import { type Tables } from './harness.js';

/** What the handler of a test does for one event (by its id); for all others it just notes the effect. */
export const scripts = new Map<string, (context: EventContext<Tables>) => Promise<void>>();

type WorkStarted = ReceivedEvent<typeof reportWorkStarted>;

/** Notes each event as an effect, after what the test wants to happen. */
@Controller()
export class NoteWorkStarted {
  @OnEvent(reportWorkStarted)
  handle(event: WorkStarted, context: EventContext<Tables>): Promise<void> {
    return note(event, context);
  }
}

/** The same, for a service in which the order of a report's events matters. */
@Controller()
export class NoteInOrder {
  @OnEvent(reportWorkStarted, { ordered: true })
  handle(event: WorkStarted, context: EventContext<Tables>): Promise<void> {
    return note(event, context);
  }
}

/** The same, for many at once. */
@Controller()
export class NoteTogether {
  @OnEvents([reportWorkStarted])
  async handle(events: readonly WorkStarted[], { tx }: EventContext<Tables>): Promise<void> {
    const effects = events.map(({ id: event_id, subject, sequence }) => ({ event_id, subject, sequence }));
    await tx.insertInto('effect').values(effects).execute();
  }
}

async function note({ id: event_id, subject, sequence }: WorkStarted, context: EventContext<Tables>): Promise<void> {
  await context.tx.insertInto('effect').values({ event_id, subject, sequence }).execute();
  await scripts.get(event_id)?.(context);
}
