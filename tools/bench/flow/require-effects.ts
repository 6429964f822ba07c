import { queryOnce } from '@jaki/testing/embedded';
import { type FlowJob } from './flow-job.js';

/** @throws Error unless there are as many effects as events, each of another event */
export async function requireOneEffectEach({ reader, events }: FlowJob): Promise<void> {
  const rows = await queryOnce<{ all: number; distinct: number }>(
    reader,
    'SELECT count(*)::int AS all, count(DISTINCT event_id)::int AS distinct FROM effect',
  );
  const { all = 0, distinct = 0 } = rows[0] ?? {};
  if (all !== events || distinct !== events) {
    throw new Error(`${events} events had ${all} effects, of ${distinct} events`);
  }
}
