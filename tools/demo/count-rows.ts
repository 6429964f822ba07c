import { queryOnce } from '@jaki/testing/embedded';
import { type Addresses } from '../dev/addresses.js';
import { type SeenEvent } from './watch-events.js';

/** Counts in a service's own database, behind its back, by a statement that answers `n`. */
export async function countRows(database: string, statement: string, values: readonly unknown[]): Promise<number> {
  return (await queryOnce<{ n: number }>(database, statement, values))[0]?.n ?? 0;
}

/** How many notices tell of these events, in whosever inbox. */
export function countNotices(addresses: Addresses, events: readonly SeenEvent[]): Promise<number> {
  const statement = 'SELECT count(*)::int AS n FROM notice WHERE event_id = ANY ($1::uuid[])';
  return countRows(addresses.database('notifications'), statement, [events.map(({ id }) => id)]);
}
