import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { CannotStart } from '@jaki/testing/embedded';
import { backlogOf, subscriptionsIn } from './backlog.js';
import { databaseUrl, serviceNames, type ServiceSurroundings } from './services.js';

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
    const databases = serviceNames.map((service) => databaseUrl(service, surroundings));
    for (;;) {
      const { outbox, lag } = await backlogOf(databases, admin, subscriptions);
      if (outbox + lag === 0) return;
      if (Date.now() > deadline) throw new CannotStart('The example data were not heard by all services in time.');
      await sleep(50);
    }
  } finally {
    await admin.disconnect();
  }
}
