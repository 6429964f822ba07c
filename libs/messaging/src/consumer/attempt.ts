import { type ReceivedEvent } from '@jaki/contracts';
import { Logger } from '@nestjs/common';
import { type Kysely, type Transaction } from 'kysely';
import { CorrelationContext } from '../correlation.js';
import { type AnyTransaction } from '../database.js';
import { type DB } from '../generated/db.js';
import { type MessagingMetrics } from '../metrics.js';
import { type Outbox } from '../outbox/outbox.js';
import { traceHandling } from '../tracing.js';
import { type Claim } from './inbox.js';
import { type InboundMessage } from './message.js';
import { readEvent } from './read-event.js';
import { type Subscription, type Subscriptions } from './subscriptions.js';

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

/** `skipped`: of no interest here. `copy`: had its effect before, or has it elsewhere. `waits`: for its turn. */
export type Outcome = 'effect' | 'skipped' | 'copy' | 'waits';

/**
 * One attempt at a message, the whole of it: parse → correlation and trace → transaction → inbox → handler.
 *
 * @throws whatever went wrong; then nothing of it was saved
 */
export async function attempt(
  deps: AttemptDependencies,
  message: InboundMessage,
  options: AttemptOptions,
): Promise<Outcome> {
  const read = readEvent(message, deps.subscriptions);
  if (read === undefined) {
    deps.metrics.skipped.inc({ topic: message.topic });
    return 'skipped';
  }
  const { event } = read;
  const { traceparent } = event;
  const correlation = { correlationId: event.correlationId ?? event.id, causationId: event.id, traceparent };
  return CorrelationContext.run(correlation, () =>
    traceHandling({ topic: message.topic, ...event }, () => handleOnce(deps, { ...read, message, options })),
  );
}

interface Handling {
  readonly subscription: Subscription;
  readonly event: ReceivedEvent;
  readonly message: InboundMessage;
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

async function handleIn(tx: Transaction<DB>, handling: Handling): Promise<'effect' | 'copy' | 'waits'> {
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
