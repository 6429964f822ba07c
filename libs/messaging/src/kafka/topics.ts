import { setTimeout as sleep } from 'node:timers/promises';
import { type Admin } from 'kafkajs';
import { type Topic } from '@jaki/contracts';
import { kafkaClient } from './client.js';

/**
 * Makes the topics that do not exist yet. Existing ones stay as they are: more partitions would move keys and break
 * the order of their events.
 *
 * @throws when no broker answers
 */
export async function createTopics(brokers: readonly string[], topics: readonly Topic[], prefix = ''): Promise<void> {
  const admin = kafkaClient(() => brokers, 'jaki-topics', { retry: { retries: 10, maxRetryTime: 1000 } }).admin();
  await admin.connect();
  try {
    await createMissing(admin, topics, prefix);
  } finally {
    await admin.disconnect();
  }
}

const LOOKS = 50;

/** Right after a topic was made the broker may not know it yet, and kafkajs takes that for a failure: it is looked again. */
async function createMissing(admin: Admin, topics: readonly Topic[], prefix: string): Promise<void> {
  for (let look = 1; ; look++) {
    const known = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !known.has(prefix + topic.name));
    try {
      await admin.createTopics({ waitForLeaders: true, topics: missing.map((topic) => configuration(topic, prefix)) });
      return;
    } catch (error) {
      if (look === LOOKS || !isUnknownTopic(error)) throw error;
      await sleep(100);
    }
  }
}

function isUnknownTopic(error: unknown): boolean {
  return error instanceof Error && 'type' in error && error.type === 'UNKNOWN_TOPIC_OR_PARTITION';
}

function configuration(topic: Topic, prefix: string) {
  return {
    topic: prefix + topic.name,
    numPartitions: topic.partitions,
    replicationFactor: -1,
    configEntries: [
      { name: 'cleanup.policy', value: 'delete' },
      { name: 'retention.ms', value: String(topic.retentionMs) },
    ],
  };
}
