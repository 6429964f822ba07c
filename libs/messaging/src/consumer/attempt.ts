import { type ReceivedEvent } from '@jaki/contracts';
import { Logger } from '@nestjs/common';
import { type Kysely, type Transaction } from 'kysely';
import { CorrelationContext } from '../correlation.js';
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
}

/**
 * One attempt at a message, the whole of it: parse → correlation and trace → transaction → inbox → handler.
 *
 * @throws whatever went wrong; then nothing of it was saved
 */
export async function attempt(deps: AttemptDependencies, message: InboundMessage, options: AttemptOptions) {
  const read = readEvent(message, deps.subscriptions);
  if (read === undefined) {
    deps.metrics.skipped.inc({ topic: message.topic });
    return;
  }
  const { event } = read;
  const { traceparent } = event;
  const correlation = { correlationId: event.correlationId ?? event.id, causationId: event.id, traceparent };
  await CorrelationContext.run(correlation, () =>
    traceHandling({ topic: message.topic, ...event }, () => handleOnce(deps, { ...read, options })),
  );
}

async function handleOnce(
  { db, outbox, metrics }: AttemptDependencies,
  { subscription, event, options }: { subscription: Subscription; event: ReceivedEvent; options: AttemptOptions },
): Promise<void> {
  const log = new Logger(event.type);
  const committed = await db.transaction().execute(async (tx) => {
    if (!(await options.claim(tx, event.id))) return undefined;
    await subscription.handle(event, {
      tx: tx as unknown as Transaction<unknown>,
      now: new Date(),
      log,
      attempt: options.number,
    });
    return tx;
  });
  if (committed === undefined) {
    metrics.duplicates.inc();
    return;
  }
  outbox.committed(committed);
  metrics.eventAge.observe((Date.now() - event.time.getTime()) / 1000);
  log.debug(`handled ${event.id}, ${event.subject} version ${event.sequence}`);
}
