import pg from 'pg';
import { type FlowJob } from './flow-job.js';

/** @throws Error unless there are as many effects as events, each of another event */
export async function requireOneEffectEach({ reader, events }: FlowJob): Promise<void> {
  const client = new pg.Client({ connectionString: reader });
  await client.connect();
  try {
    const { rows } = await client.query<{ all: number; distinct: number }>(
      'SELECT count(*)::int AS all, count(DISTINCT event_id)::int AS distinct FROM effect',
    );
    const { all = 0, distinct = 0 } = rows[0] ?? {};
    if (all !== events || distinct !== events) {
      throw new Error(`${events} events had ${all} effects, of ${distinct} events`);
    }
  } finally {
    await client.end();
  }
}
