import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until the answer is yes.
 *
 * @param within milliseconds until it gives up
 * @returns whether it became true in time
 */
export async function becomesTrue(ask: () => Promise<boolean> | boolean, within: number, every = 25): Promise<boolean> {
  const deadline = Date.now() + within;
  for (;;) {
    if (await ask()) return true;
    if (Date.now() >= deadline) return false;
    await sleep(every);
  }
}
