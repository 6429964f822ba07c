import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, queryOnce } from '@jaki/testing/embedded';
import { databaseUrl, type ServiceSurroundings } from './services.js';

const PATIENCE_MS = 60_000;

/**
 * Waits until reports and notifications have heard of every organisation that identity knows, so that the very first
 * report finds its agency. Later it would be routed when the agency arrives; at a first start nobody needs to see that.
 *
 * @throws CannotStart when the events do not come within a minute
 */
export async function organisationsHeard(surroundings: ServiceSurroundings): Promise<void> {
  const known = await count('identity', surroundings, 'SELECT count(*)::int AS n FROM organisation');
  const deadline = Date.now() + PATIENCE_MS;
  for (const service of ['reports', 'notifications'] as const) {
    while ((await count(service, surroundings, 'SELECT count(*)::int AS n FROM messaging.inbox')) < known) {
      if (Date.now() > deadline) throw new CannotStart(`${service} did not hear of the example organisations in time.`);
      await sleep(50);
    }
  }
}

async function count(
  service: 'identity' | 'reports' | 'notifications',
  surroundings: ServiceSurroundings,
  query: string,
): Promise<number> {
  return (await queryOnce<{ n: number }>(databaseUrl(service, surroundings), query))[0]?.n ?? 0;
}
