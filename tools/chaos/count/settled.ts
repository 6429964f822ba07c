import { queryOnce } from '@jaki/testing/embedded';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Admin } from 'kafkajs';
import { serviceNames } from '../../dev/services.js';
import { lagOf } from '../../dev/subscriptions.js';
import { connectAdmin } from '../rig/kafka-admin.js';
import { type Rig } from '../rig/rig.js';

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
  const outbox = counts.reduce((sum, [row]) => sum + (row?.n ?? 0), 0);
  return { outbox, lag: await lagOf(admin, rig.subscriptions) };
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
