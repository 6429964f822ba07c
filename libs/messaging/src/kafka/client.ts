import { Logger } from '@nestjs/common';
import { Kafka, type KafkaConfig, type LogEntry, logLevel } from 'kafkajs';
import { readFetchesOurselves } from './fetch-response.js';
import { restWhileIdle } from './idle-timers.js';

const log = new Logger('kafkajs');

interface ClientOptions {
  readonly retry: NonNullable<KafkaConfig['retry']>;
  /** Told of what kafkajs would log, from warnings on. */
  readonly onEntry?: (entry: LogEntry) => void;
}

/**
 * A connection to Kafka for one purpose. Relay and consumer need one each, because kafkajs lets a producer inherit the
 * retries of its Kafka object: the relay must fail at once (its own loop tries again), the consumer must hold out.
 *
 * @param brokers asked before each connection to one whose address is not known from another
 */
export function kafkaClient(
  brokers: () => readonly string[],
  clientId: string,
  { retry, onEntry = () => undefined }: ClientOptions,
): Kafka {
  restWhileIdle();
  readFetchesOurselves();
  return new Kafka({
    brokers: () => [...brokers()],
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => {
      toDebugLog(entry);
      onEntry(entry);
    },
    retry,
  });
}

/** kafkajs calls each retry an error; what matters of it is said by relay and consumer in their own words. */
function toDebugLog({ namespace, log: entry }: LogEntry): void {
  log.debug(`${namespace}: ${entry.message}`);
}
