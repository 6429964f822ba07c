import { type Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { reportWorkStarted } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { createPool } from '@jaki/platform';
import { type FlowJob, type FlowResult } from './flow-job.js';
import { requireOneEffectEach } from './require-effects.js';
import { StopWatch } from './stop-watch.js';

const QUEUE = 'work_started';
const AT_ONCE = 100;
const WORKERS = 4;

interface Job {
  readonly reportId: string;
}

/**
 * The same with a queue in PostgreSQL, at its best: batches of a hundred, fetched without waiting in between, effects and
 * completion in one transaction.
 */
export async function drainPgBoss(job: FlowJob): Promise<FlowResult> {
  const boss = new PgBoss({ connectionString: job.reader, supervise: false, schedule: false, max: 10 });
  await boss.start();
  await boss.createQueue(QUEUE);
  await fill(boss, job.events);
  const watch = new StopWatch(job);
  const pool = createPool(job.reader, { name: 'pg-boss' });
  await Promise.all(Array.from({ length: WORKERS }, () => work(boss, pool, watch)));
  await boss.deleteAllJobs(QUEUE);
  await boss.stop({ graceful: false });
  await pool.end();
  await requireOneEffectEach(job);
  return watch.result();
}

async function fill(boss: PgBoss, events: number): Promise<void> {
  for (let written = 0; written < events; written += 1000) {
    const jobs = Array.from({ length: Math.min(1000, events - written) }, () => ({
      data: { ...reportWorkStarted.sample, reportId: newId() },
    }));
    await boss.insert(QUEUE, jobs);
  }
}

async function work(boss: PgBoss, pool: Pool, watch: StopWatch): Promise<void> {
  for (;;) {
    const jobs = await boss.fetch<Job>(QUEUE, { batchSize: AT_ONCE });
    if (jobs.length === 0) return;
    const client = await pool.connect();
    const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
    const ids = jobs.map(({ id }) => id);
    await client.query('begin');
    const reports = jobs.map(({ data }) => data.reportId);
    await client.query('INSERT INTO effect SELECT * FROM unnest($1::uuid[], $2::uuid[])', [ids, reports]);
    await boss.complete(QUEUE, ids, null, { db });
    await client.query('commit');
    client.release();
    watch.add(jobs.length);
  }
}
