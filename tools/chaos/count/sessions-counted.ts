import { queryOnce } from '@jaki/testing/embedded';
import { type Rig } from '../rig/rig.js';
import { complaint } from './complaint.js';

/** Sessions that opened a transaction and do nothing: each holds its locks until somebody notices. */
export async function judgeSessions(rig: Rig): Promise<string[]> {
  const rows = await queryOnce<{ who: string }>(
    rig.servers.postgres.url,
    `SELECT application_name || ' for ' || round(extract(epoch FROM clock_timestamp() - state_change)) || ' s' AS who
     FROM pg_stat_activity
     WHERE state LIKE 'idle in transaction%' AND state_change < clock_timestamp() - interval '1 second'`,
  );
  return complaint(
    'sessions idle in a transaction',
    rows.map(({ who }) => who),
  );
}
