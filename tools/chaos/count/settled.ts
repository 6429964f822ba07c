import { setTimeout as sleep } from 'node:timers/promises';
import { type Backlog, backlogOf } from '../../dev/backlog.js';
import { serviceNames } from '../../dev/services.js';
import { connectAdmin } from '../rig/kafka-admin.js';
import { type Rig } from '../rig/rig.js';

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
    const databases = serviceNames.map((name) => rig.databaseOf(name));
    return await backlogOf(databases, admin, rig.subscriptions);
  } finally {
    await admin.disconnect();
  }
}
