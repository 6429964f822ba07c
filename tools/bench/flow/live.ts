import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { newId } from '@jaki/kernel';
import { workStarted } from './drain.js';
import { type FlowJob, type FlowResult } from './flow-job.js';
import { latenciesOf } from './latencies.js';
import { requireOneEffectEach } from './require-effects.js';
import { type Running, startReader, startWriter } from './services.js';
import { StopWatch } from './stop-watch.js';

const WRITERS = 4;
/** So many events may be on their way: a writer that ran ahead for ever would measure its own speed. */
const AHEAD = 2_000;

/** How many events a second get from a writer to their effects while writer, relay and consumer share the process. */
export async function live(job: FlowJob): Promise<FlowResult> {
  return between(job, async (writer, watch) => {
    const transactions = job.events / job.perTransaction;
    let begun = 0;
    const write = async () => {
      while (begun < transactions) {
        if (begun++ * job.perTransaction > watch.count + AHEAD) await sleep(1);
        await announceOne(writer, job.perTransaction);
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
  });
}

/** How long events take from commit to commit at a steady pace. */
export async function latency(job: FlowJob): Promise<FlowResult> {
  const result = await between(job, async (writer) => {
    const start = performance.now();
    const running: Promise<void>[] = [];
    for (let written = 0; written < job.events; written += job.perTransaction) {
      const due = start + (written / job.pace) * 1000;
      if (due > performance.now()) await sleep(due - performance.now());
      running.push(announceOne(writer, job.perTransaction));
    }
    await Promise.all(running);
  });
  return { ...result, latencies: await latenciesOf(job) };
}

async function between(job: FlowJob, write: (writer: Running, watch: StopWatch) => Promise<void>): Promise<FlowResult> {
  const watch = new StopWatch(job);
  const [writer, reader] = await Promise.all([startWriter(job), startReader(job, watch)]);
  await Promise.all([write(writer, watch), watch.done]);
  await writer.close();
  await reader.close();
  await requireOneEffectEach(job);
  return watch.result();
}

/** One change of one report, and what it announces, in one transaction. */
async function announceOne({ kysely, outbox }: Running, events: number): Promise<void> {
  const reportId = newId();
  const announcements = Array.from({ length: events }, (_, index) => workStarted(reportId, index + 1));
  const committed = await kysely.transaction().execute(async (tx) => {
    await sql`INSERT INTO cause VALUES (${reportId})`.execute(tx);
    await outbox.add(tx, announcements);
    return tx;
  });
  outbox.committed(committed);
}
