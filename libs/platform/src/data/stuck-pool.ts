import { type Pool } from 'pg';

/** No transaction lives longer than 30 s: a pool that changes nothing for twice as long is not merely busy. */
const STUCK_MS = 60_000;

/**
 * Tells when all connections of a pool are out and none has come back or gone out for a minute, so that nobody will ever
 * get one: a fault of ours that only a restart mends, whatever it is.
 *
 * @returns for how many milliseconds the pool has been stuck; 0 while it is not
 */
export function watchPool(pool: Pool, now: () => number = () => performance.now()): () => number {
  let lastChange = now();
  const changed = () => void (lastChange = now());
  for (const event of ['acquire', 'release', 'remove'] as const) pool.on(event, changed);
  return () => {
    const allOut = pool.totalCount >= pool.options.max && pool.idleCount === 0;
    const unchanged = now() - lastChange;
    return allOut && unchanged > STUCK_MS ? unchanged : 0;
  };
}
