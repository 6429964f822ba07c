import { deadLetterTopic } from '@jaki/contracts';
import { type InboundMessage } from '../kafka/message.js';
import { type OutboxEntry } from '../outbox/outbox.js';
import { describe, eventIdOf } from './letter.js';

const NOTICE_VALUE_BYTES = 64 * 1024;

/** What the group's dead-letter topic says of a message that was given up: where it lies, why, and its beginning. */
export function noticeOf(
  service: string,
  message: InboundMessage,
  { consumer, error, attempts }: { consumer: string; error: unknown; attempts: number },
): OutboxEntry {
  const place = { topic: message.topic, partition: message.partition, offset: message.offset };
  const value = message.value?.subarray(0, NOTICE_VALUE_BYTES).toString('base64') ?? null;
  const truncated = (message.value?.length ?? 0) > NOTICE_VALUE_BYTES;
  const data = { consumer, ...place, eventId: eventIdOf(message), error: describe(error), attempts, value, truncated };
  return {
    topic: deadLetterTopic(service).name,
    partition_key: `${message.topic}/${message.partition}`,
    aggregate_version: BigInt(message.offset),
    headers: JSON.stringify({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_source: service,
      ce_type: `${service}.message.died.v1`,
      ce_time: new Date().toISOString(),
    }),
    payload: Buffer.from(JSON.stringify(data)),
  };
}
