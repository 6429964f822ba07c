import { setTimeout as sleep } from 'node:timers/promises';
import { queryOnce } from '@jaki/testing/embedded';
import { quantile } from './figures.js';
import { type LatencyResult } from './findings.js';

export interface LatencySubject {
  /** Files one report. */
  readonly file: () => Promise<void>;
  /** Superuser's addresses of the two databases; PostgreSQL must run with `track_commit_timestamp`. */
  readonly reportsDatabase: string;
  readonly notificationsDatabase: string;
}

const PER_SECOND = 40;
const SECONDS = 10;
const PATIENCE_MS = 60_000;

// Milliseconds since 1970 with microseconds behind the point. Nothing changes these rows afterwards, so the
// transaction that wrote a row's version is the one that made it.
const COMMITTED = `extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS committed`;
const CAUSES = `SELECT filed_at AS at, ${COMMITTED} FROM report WHERE filed_at >= $1`;
const EFFECTS = `SELECT notice.at, extract(epoch FROM pg_xact_commit_timestamp(notice.xmin))::float8 * 1000 AS committed
  FROM notice JOIN recipient ON recipient.id = recipient_id
  WHERE event_type = 'reports.report.filed.v1' AND recipient.kind = 'person' AND at >= $1`;

/** Files reports at a steady pace and compares when PostgreSQL committed each and the notice of it. */
export async function measureLatency({ file, ...databases }: LatencySubject): Promise<LatencyResult> {
  const start = new Date();
  const filings: Promise<void>[] = [];
  for (let count = 0; count < PER_SECOND * SECONDS; count++) {
    filings.push(file());
    await sleep(1000 / PER_SECOND);
  }
  await Promise.all(filings);
  const causes = await commits(databases.reportsDatabase, CAUSES, start);
  const until = Date.now() + PATIENCE_MS;
  let effects = await commits(databases.notificationsDatabase, EFFECTS, start);
  while (effects.size < causes.size && Date.now() < until) {
    await sleep(200);
    effects = await commits(databases.notificationsDatabase, EFFECTS, start);
  }
  return resultOf(causes, effects);
}

function resultOf(causes: ReadonlyMap<number, number>, effects: ReadonlyMap<number, number>): LatencyResult {
  const latencies = [...causes].map(([at, cause]) => {
    const effect = effects.get(at);
    if (effect === undefined) throw new Error(`nobody was told of the report filed at ${new Date(at).toISOString()}`);
    return effect - cause;
  });
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  return { samples: latencies.length, p50, p99, perSecond: PER_SECOND };
}

/** When what happened at a moment was committed. Events that share their millisecond cannot be told apart: left out. */
async function commits(database: string, query: string, since: Date): Promise<Map<number, number>> {
  const rows = await queryOnce<{ at: Date; committed: number }>(database, query, [since]);
  const byMoment = Map.groupBy(rows, ({ at }) => at.getTime());
  return new Map([...byMoment].flatMap(([at, [row, another]]) => (row && !another ? [[at, row.committed]] : [])));
}
