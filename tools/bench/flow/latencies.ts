import { queryOnce } from '@jaki/testing/embedded';
import { type FlowJob } from './flow-job.js';

const COMMITTED = 'extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS committed';

/** From the commit of each cause to the commit of each of its effects, in milliseconds: PostgreSQL's own times. */
export async function latenciesOf({ writer, reader, events }: FlowJob): Promise<number[]> {
  const causes = new Map((await commits(writer, 'cause')).map(({ subject, committed }) => [subject, committed]));
  const effects = await commits(reader, 'effect');
  // The first quarter warms everything up.
  return effects
    .sort((a, b) => a.committed - b.committed)
    .slice(events / 4)
    .map(({ subject, committed }) => committed - (causes.get(subject) ?? NaN));
}

async function commits(database: string, table: string): Promise<{ subject: string; committed: number }[]> {
  return queryOnce(database, `SELECT subject, ${COMMITTED} FROM ${table}`);
}
