import { type Registry } from 'prom-client';
import { type AnyKysely } from '../database.js';
import { type RetryDelays } from '../dead-letters/retry-delays.js';

/** What messaging needs to know of the service it works for. */
export abstract class MessagingOptions {
  /** The service's name: `ce_source` of its events and its consumer group. */
  abstract readonly service: string;
  /** The service's database, with messaging's tables migrated. */
  abstract readonly kysely: AnyKysely;
  abstract readonly brokers: readonly string[];
  /** Put before every topic and group name; tests give each file its own. */
  abstract readonly topicPrefix?: string;
  abstract readonly metrics: Registry;
  /** After how many milliseconds each a dead letter is tried again by itself. Default: 1 minute, 10 minutes, 1 hour. */
  abstract readonly retryDelays?: RetryDelays;
  /** False when this instance leaves sending to others. */
  abstract readonly relay?: boolean;
}
