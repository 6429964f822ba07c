import { deadLetterTopic, topics } from '@jaki/contracts';
import { createTopics } from '@jaki/messaging';
import { type ServiceName, serviceNames } from './services.js';

/** Every topic that is declared, and each service's own for its dead letters. */
export function prepareTopics(
  brokers: readonly string[],
  services: readonly ServiceName[] = serviceNames,
): Promise<void> {
  return createTopics(brokers, [...topics, ...services.map(deadLetterTopic)]);
}
