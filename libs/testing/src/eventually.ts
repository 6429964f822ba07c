import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tries until the probe, which holds the expectations, passes: for what follows from an event.
 *
 * @param within milliseconds
 * @returns what the probe returned
 * @throws the probe's last error
 */
export async function eventually<T>(
  probe: () => Promise<T> | T,
  { within = 10_000, every = 25 }: { within?: number; every?: number } = {},
): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (Date.now() >= deadline) throw error;
      await sleep(every);
    }
  }
}
