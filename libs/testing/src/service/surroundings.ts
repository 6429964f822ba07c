import { deadLetterTopic, type Topic, topics } from '@jaki/contracts';
import { createTopics, messagingMigrations } from '@jaki/messaging';
import { platformMigrations } from '@jaki/platform';
import { stackAddresses } from '../stack/addresses.js';
import { testDatabase } from '../test-database.js';
import { type TestIssuer } from '../test-issuer.js';
import { sharedIssuer } from './shared-issuer.js';
import { freshTopicPrefix } from './topic-prefix.js';

/** What a service needs around it; instances of one service share it. */
export interface Surroundings {
  readonly database: string;
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  /** The platform's topics that were made, and the service's dead letters. */
  readonly topics: readonly Topic[];
  readonly issuer: TestIssuer;
  /** Lets go of what was made for it. */
  readonly drop: () => Promise<void>;
}

export interface SurroundingsOptions {
  /** Another broker than the test run's: for tests that kill it. */
  readonly brokers?: readonly string[];
  readonly topicPrefix?: string;
  readonly issuer?: TestIssuer;
}

/**
 * A database, topics and an issuer of its own for the service of this name, whose migrations lie in the folder.
 *
 * @param service.hears the topics that it reads; without it all are made, not only these and its own
 */
export async function surroundingsOf(
  service: { name: string; migrations: URL; hears?: readonly Topic[] },
  options: SurroundingsOptions = {},
): Promise<Surroundings> {
  const brokers = options.brokers ?? stackAddresses().brokers.split(',');
  const topicPrefix = options.topicPrefix ?? freshTopicPrefix();
  const own = topics.filter(({ owner }) => owner === service.name);
  const needed = service.hears === undefined ? topics : [...new Set([...own, ...service.hears])];
  const wanted = [...needed.map((topic) => ({ ...topic, partitions: 2 })), deadLetterTopic(service.name)];
  const [database, issuer] = await Promise.all([
    testDatabase([
      { schema: 'platform', folder: platformMigrations },
      { schema: 'messaging', folder: messagingMigrations },
      { schema: 'public', folder: service.migrations },
    ]),
    options.issuer ?? sharedIssuer(),
    createTopics(brokers, wanted, topicPrefix),
  ]);
  return { database: database.url, brokers, topicPrefix, topics: wanted, issuer, drop: () => database.drop() };
}

/** The variables that tell a service of its surroundings. */
export function environmentOf({ database, brokers, topicPrefix, issuer }: Surroundings): Record<string, string> {
  return {
    PORT: '0',
    LOG_LEVEL: 'info',
    JOBS: 'off',
    DATABASE_URL: database,
    KAFKA_BROKERS: brokers.join(','),
    KAFKA_TOPIC_PREFIX: topicPrefix,
    ISSUER: issuer.url,
    JWKS_URL: issuer.jwksUrl,
  };
}
