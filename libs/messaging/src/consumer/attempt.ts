import { Logger } from '@nestjs/common';
import { type Kysely, type Transaction } from 'kysely';
import { type ReceivedEvent } from '@jaki/contracts';
import { CorrelationContext } from '../correlation.js';
import { type AnyTransaction } from '../database.js';
import { type DB } from '../generated/db.js';
import { type InboundMessage } from '../kafka/message.js';
import { type MessagingMetrics } from '../metrics.js';
import { type Outbox } from '../outbox/outbox.js';
import { traceHandling } from '../tracing.js';
import { type Claim } from './inbox.js';
import { type NamedSubscription, type Subscriptions } from './subscriptions.js';

/** What an attempt needs of the service. */
export interface AttemptDependencies {
  readonly db: Kysely<DB>;
  readonly subscriptions: Subscriptions;
  readonly outbox: Outbox;
  readonly metrics: MessagingMetrics;
}

/** How this attempt differs from another one. */
export interface AttemptOptions {
  readonly number: number;
  readonly claim: Claim;
  /** Asked after the claim where order matters: true when the message has to wait, and now stands where it waits. */
  readonly holdBack?: (tx: AnyTransaction, of: { message: InboundMessage; eventId: string }) => Promise<boolean>;
  /** The transaction's last statements, after the handler's. */
  readonly finish?: (tx: AnyTransaction) => Promise<void>;
}

/** An event that was read, and one of the handlers that act on it. */
export interface Task {
  readonly subscription: NamedSubscription;
  readonly event: ReceivedEvent;
  readonly message: InboundMessage;
}

/** `copy`: had its effect before, or has it elsewhere. `waits`: for its turn. */
export type Outcome = 'effect' | 'copy' | 'waits';

/**
 * One attempt of one handler at an event, the whole of it: correlation and trace → transaction → inbox → handler.
 *
 * @throws whatever went wrong; then nothing of it was saved
 */
export async function attempt(deps: AttemptDependencies, task: Task, options: AttemptOptions): Promise<Outcome> {
  const { event, message } = task;
  const { traceparent } = event;
  const correlation = { correlationId: event.correlationId ?? event.id, causationId: event.id, traceparent };
  return CorrelationContext.run(correlation, () =>
    traceHandling({ topic: message.topic, ...event }, () => handleOnce(deps, { ...task, options })),
  );
}

interface Handling extends Task {
  readonly options: AttemptOptions;
}

async function handleOnce({ db, outbox, metrics }: AttemptDependencies, handling: Handling): Promise<Outcome> {
  const { event } = handling;
  const { outcome, committed } = await db
    .transaction()
    .execute(async (tx) => ({ outcome: await handleIn(tx, handling), committed: tx }));
  if (outcome === 'copy') metrics.duplicates.inc();
  if (outcome !== 'effect') return outcome;
  outbox.committed(committed);
  metrics.eventAge.observe((Date.now() - event.time.getTime()) / 1000);
  new Logger(event.type).debug(`handled ${event.id}, ${event.subject} version ${event.sequence}`);
  return outcome;
}

async function handleIn(tx: Transaction<DB>, handling: Handling): Promise<Outcome> {
  const { subscription, event, message, options } = handling;
  if (!(await options.claim(tx, [event.id])).has(event.id)) return 'copy';
  if (subscription.ordered && (await options.holdBack?.(tx, { message, eventId: event.id }))) return 'waits';
  await subscription.handler.handle([event], {
    tx: tx as unknown as Transaction<unknown>,
    now: new Date(),
    log: new Logger(event.type),
    attempt: options.number,
  });
  await options.finish?.(tx);
  return 'effect';
}
