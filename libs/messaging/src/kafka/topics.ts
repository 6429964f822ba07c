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
    const known = new Set(await admin.listTopics());
    const missing = topics.filter((topic) => !known.has(prefix + topic.name));
    await admin.createTopics({ waitForLeaders: true, topics: missing.map((topic) => configuration(topic, prefix)) });
  } finally {
    await admin.disconnect();
  }
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
