import { queryOnce } from '@jaki/testing/embedded';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { type ServiceName, serviceNames } from '../../dev/services.js';
import { type Rig } from '../rig/rig.js';

/** Who reads what, each as the group of its own name. */
export const subscriptions = {
  reports: ['identity.organisation.v1'],
  notifications: ['identity.organisation.v1', 'reports.report.v1'],
} as const satisfies Partial<Record<ServiceName, readonly string[]>>;

/** What is still on its way: 0 when every outbox is empty and every group has read everything. */
export interface Backlog {
  readonly outbox: number;
  readonly lag: number;
}

/** Asks the databases and Kafka itself, not the services. */
async function backlogOf(rig: Rig, admin: Admin): Promise<Backlog> {
  const counts = await Promise.all(
    serviceNames.map((name) =>
      queryOnce<{ n: number }>(rig.databaseOf(name), 'SELECT count(*)::int n FROM messaging.outbox'),
    ),
  );
  const lags = await Promise.all(Object.entries(subscriptions).map(([group, topics]) => lagOf(admin, group, topics)));
  return { outbox: sum(counts.map(([row]) => row?.n ?? 0)), lag: sum(lags) };
}

/** An admin client past all proxies. */
export async function connectAdmin(rig: Rig): Promise<Admin> {
  const retry = { retries: 3, initialRetryTime: 100 };
  const admin = new Kafka({ brokers: rig.servers.kafka.brokers, logLevel: logLevel.NOTHING, retry }).admin();
  await admin.connect();
  return admin;
}

/**
 * Waits until nothing is on its way any more.
 *
 * @param within milliseconds
 * @returns how long it took in milliseconds, or what was left
 */
export async function settled(rig: Rig, within: number): Promise<number | Backlog> {
  const began = Date.now();
  let last: Backlog = { outbox: -1, lag: -1 };
  while (Date.now() - began < within) {
    const now = await look(rig).catch(() => last);
    if (now.outbox === 0 && now.lag === 0) return Date.now() - began;
    last = now;
    await sleep(200);
  }
  return last;
}

async function look(rig: Rig): Promise<Backlog> {
  const admin = await connectAdmin(rig);
  try {
    return await backlogOf(rig, admin);
  } finally {
    await admin.disconnect();
  }
}

async function lagOf(admin: Admin, groupId: string, topics: readonly string[]): Promise<number> {
  const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
  const lags = committed.map(async ({ topic, partitions }) => {
    const ends = await admin.fetchTopicOffsets(topic);
    return sum(ends.map(({ partition, high, low }) => Number(high) - position(partitions, partition, low)));
  });
  return sum(await Promise.all(lags));
}

/** Where a group goes on; a partition without an offset of its own is read from its beginning. */
function position(
  partitions: readonly { partition: number; offset: string }[],
  partition: number,
  low: string,
): number {
  const offset = Number(partitions.find((each) => each.partition === partition)?.offset ?? -1);
  return Math.max(offset, Number(low));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
