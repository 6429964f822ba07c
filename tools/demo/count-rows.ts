import { queryOnce } from '@jaki/testing/embedded';
import { type Addresses } from '../dev/addresses.js';

/** Counts in the services' own databases, behind their backs. */
export async function countRows(
  addresses: Addresses,
  of: { reportId: string; events: readonly { id: string }[] },
): Promise<{ notices: number; history: number }> {
  const ids = of.events.map(({ id }) => id);
  const notices = 'SELECT count(*)::int AS n FROM notice WHERE event_id = ANY ($1::uuid[])';
  const history = 'SELECT count(*)::int AS n FROM report_history WHERE report_id = $1';
  return {
    notices: await count(addresses.database('notifications'), notices, [ids]),
    history: await count(addresses.database('reports'), history, [of.reportId]),
  };
}

async function count(database: string, query: string, values: unknown[]): Promise<number> {
  return (await queryOnce<{ n: number }>(database, query, values))[0]?.n ?? 0;
}
