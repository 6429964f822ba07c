import { Kafka, logLevel } from 'kafkajs';
import { CannotRebuild } from './request.js';

/**
 * Forgets how far a service has read: at its next start it reads from the beginning.
 *
 * @throws CannotRebuild while an instance of it is in its group
 */
export async function forgetOffsets(service: string, brokers: readonly string[], prefix: string): Promise<void> {
  const retry = { retries: 10, initialRetryTime: 100, maxRetryTime: 1_000 };
  const kafka = new Kafka({ brokers: [...brokers], clientId: 'rebuild', logLevel: logLevel.NOTHING, retry });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const group = prefix + service;
    const { groups } = await admin.describeGroups([group]);
    if ((groups[0]?.members.length ?? 0) > 0) {
      throw new CannotRebuild(
        `${service} still reads its topics: stop every instance of it first, or wait 10 s if one was killed.`,
      );
    }
    const known = (await admin.listGroups()).groups.some(({ groupId }) => groupId === group);
    if (known) await admin.deleteGroups([group]);
  } finally {
    await admin.disconnect();
  }
}
