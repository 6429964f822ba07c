import { deadLetterTopic, topics } from '@jaki/contracts';
import { createTopics } from '@jaki/messaging';

/** Every topic that is declared, and each of these services' own for its dead letters. */
export function prepareTopics(brokers: readonly string[], services: readonly string[]): Promise<void> {
  return createTopics(brokers, [...topics, ...services.map(deadLetterTopic)]);
}
