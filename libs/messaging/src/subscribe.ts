import { Logger, type LogLevel } from '@nestjs/common';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Registry } from 'prom-client';
import { deadLetterTopic, type EventDeclaration, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, type Handler, type Subscription, subscriptionsOf } from './consumer/subscriptions.js';
import { ConsumerHealth } from './kafka/consumer-health.js';
import { createTopics } from './kafka/topics.js';
import { migrate } from './migrate.js';
import { messagingMigrations } from './migrations.js';
import { Messaging } from './nest/messaging.js';
import { type OnEventOptions } from './nest/on-event.js';
import { Outbox } from './outbox/outbox.js';
import { WakeUp } from './outbox/wake-up.js';
import { within } from './pause.js';
import { outliveConnections, sessionSettings } from './sessions.js';

const GOODBYE_MS = 2_000;

/** What a service says of itself when it only listens. */
export interface SubscribeOptions {
  /** Its name, which no other service has: its consumer group, and whose effects the inbox notes down. */
  readonly name: string;
  /** Its own database. Messaging's tables are put into the schema `messaging` of it. */
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  /** Put before every topic and group name; for tests that share a broker. */
  readonly topicPrefix?: string;
  /** The folder of its own tables: `<yyyymmddhhmmss_name>/migration.sql`, each applied once, in order. */
  readonly migrations?: URL;
  readonly on: readonly Subscription[];
  readonly metrics?: Registry;
  /** What is written to standard output. Default: all but each single event. */
  readonly logLevels?: LogLevel[];
}

export interface RunningSubscriber {
  readonly health: ConsumerHealth;
  /** Finishes what it handles, leaves its group and lets go of the database. */
  stop(): Promise<void>;
}

/**
 * What to do about one kind of event: `subscription(reportFiled, async (event, { tx }) => …)`. All that the handler writes
 * goes through `tx`, which commits together with the mark that says that this event had its effect.
 */
export function subscription<Declaration extends EventDeclaration, DB = unknown>(
  declaration: Declaration,
  handle: (event: ReceivedEvent<Declaration>, context: EventContext<DB>) => Promise<void>,
  { ordered = false, as }: OnEventOptions = {},
): Subscription {
  const one = handle as (event: ReceivedEvent, context: EventContext) => Promise<void>;
  const each: Handler['handle'] = async (events, context) => {
    for (const event of events) await one(event, context);
  };
  return { declaration, ordered, as, handler: { atMost: 1, handle: each } };
}

/**
 * Makes a service that listens, without Nest: brings its database up to date, makes its dead-letter topic and joins its
 * group, from the beginning of the topics. Each event has its effect exactly once, whatever dies in between.
 *
 * @throws MigrationError, TypeError for two handlers of one type by the same name, or what the database or Kafka answered when they
 *   cannot be reached now; nothing is left open then. Later outages are waited out.
 */
export async function subscribe(options: SubscribeOptions): Promise<RunningSubscriber> {
  const { name, databaseUrl, brokers, topicPrefix = '', metrics = new Registry() } = options;
  subscriptionsOf(name, options.on);
  Logger.overrideLogger(options.logLevels ?? ['log', 'warn', 'error', 'fatal']);
  const own = options.migrations ? [{ schema: 'public', folder: options.migrations }] : [];
  await migrate(databaseUrl, [{ schema: 'messaging', folder: messagingMigrations }, ...own]);
  await createTopics(brokers, [deadLetterTopic(name)], topicPrefix);

  const kysely = connect(databaseUrl, name);
  const [health, wakeUp] = [new ConsumerHealth(), new WakeUp()];
  const settings = { service: name, kysely, brokers, topicPrefix, metrics };
  const messaging = new Messaging(settings, new Outbox(name, wakeUp), health, wakeUp);
  messaging.start(options.on);
  return {
    health,
    async stop() {
      await messaging.stop();
      // A database that does not answer must not keep the process.
      await within(kysely.destroy(), GOODBYE_MS);
    },
  };
}

function connect(databaseUrl: string, name: string): Kysely<unknown> {
  const pool = new pg.Pool({ connectionString: databaseUrl, application_name: name, ...sessionSettings });
  const log = new Logger('Database');
  outliveConnections(pool, (error) => {
    log.warn(`a connection was lost: ${error.message}`);
  });
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
