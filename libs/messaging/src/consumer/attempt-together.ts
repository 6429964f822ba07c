import { Logger } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { type ReceivedEvent } from '@jaki/contracts';
import { CorrelationContext } from '../correlation.js';
import { traceHandlingOfMany } from '../tracing.js';
import { type AttemptDependencies } from './attempt.js';
import { type Claim } from './inbox.js';
import { type Handler } from './subscriptions.js';

/** Several events of one topic, already read, that one handler takes together. */
export interface Together {
  readonly topic: string;
  readonly handler: Handler;
  readonly events: readonly ReceivedEvent[];
}

/**
 * The first attempt at several messages, in one transaction. It belongs to the correlation that all of them share, if
 * they do; no single event is the cause of what it announces.
 *
 * @throws whatever went wrong; then nothing of any of them was saved
 */
export async function attemptTogether(
  { db, outbox, metrics }: AttemptDependencies,
  { topic, handler, events: received }: Together,
  claim: Claim,
): Promise<void> {
  const log = new Logger(topic);
  const work = () =>
    db.transaction().execute(async (tx) => {
      const events = firstCopies(received, await claim(tx, [...new Set(received.map(({ id }) => id))]));
      const context = { tx: tx as unknown as Transaction<unknown>, now: new Date(), log, attempt: 1 };
      if (events.length > 0) await handler.handle(events, context);
      return { events, committed: tx };
    });
  const { events, committed } = await withSharedCorrelation(received, () => traceHandlingOfMany(topic, received, work));
  outbox.committed(committed);
  metrics.duplicates.inc(received.length - events.length);
  const now = Date.now();
  for (const { time } of events) metrics.eventAge.observe((now - time.getTime()) / 1000);
  log.debug(`handled ${events.length} together`);
}

function withSharedCorrelation<Result>(events: readonly ReceivedEvent[], work: () => Promise<Result>): Promise<Result> {
  const [first, ...others] = events;
  const { correlationId, traceparent } = first ?? {};
  if (correlationId === undefined || others.some((event) => event.correlationId !== correlationId)) return work();
  return CorrelationContext.run({ correlationId, traceparent }, work);
}

/** Two copies of an event may lie in one batch: the claim was given for one of them. */
function firstCopies(received: readonly ReceivedEvent[], claimed: ReadonlySet<string>): ReceivedEvent[] {
  const open = new Set(claimed);
  return received.filter(({ id }) => open.delete(id));
}
