import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, queryOnce } from '@jaki/testing/embedded';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { databaseUrl, serviceNames, type ServiceSurroundings } from './services.js';
import { lagOf, type Subscriptions, subscriptionsIn } from './subscriptions.js';

const PATIENCE_MS = 60_000;

/**
 * Waits until every event that services have announced so far is handled by all who hear it, so that the very first
 * report finds its agency. Later it would be routed when the agency arrives; at a first start nobody needs to see that.
 *
 * @throws CannotStart when that takes more than a minute
 */
export async function eventsHeard(surroundings: ServiceSurroundings): Promise<void> {
  const brokers = [`127.0.0.1:${surroundings.ports.of('kafka')}`];
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const subscriptions = await subscriptionsIn(admin, serviceNames);
    const deadline = Date.now() + PATIENCE_MS;
    while ((await waiting(surroundings, admin, subscriptions)) > 0) {
      if (Date.now() > deadline) throw new CannotStart('The example data were not heard by all services in time.');
      await sleep(50);
    }
  } finally {
    await admin.disconnect();
  }
}

/** How many events are still on their way. */
async function waiting(surroundings: ServiceSurroundings, admin: Admin, subscriptions: Subscriptions): Promise<number> {
  const query = 'SELECT count(*)::int AS n FROM messaging.outbox';
  const rows = await Promise.all(
    serviceNames.map((service) => queryOnce<{ n: number }>(databaseUrl(service, surroundings), query)),
  );
  const unsent = rows.reduce((sum, [row]) => sum + (row?.n ?? 0), 0);
  // Asked afterwards: an event that has left an outbox meanwhile is in its topic by now.
  return unsent + (await lagOf(admin, subscriptions));
}
