import { queryOnce } from '@jaki/testing/embedded';

/** What a filing left behind, by table, and its answer. */
export type WrittenBy = Readonly<Record<string, unknown>>;

// The relay deletes what it has sent, so rows are caught as they come.
const CATCH = `CREATE TABLE bench_announced (LIKE messaging.outbox);
  GRANT INSERT ON bench_announced TO PUBLIC;
  CREATE FUNCTION bench_catch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
    'BEGIN INSERT INTO public.bench_announced SELECT NEW.*; RETURN NEW; END';
  CREATE TRIGGER bench_catch AFTER INSERT ON messaging.outbox FOR EACH ROW EXECUTE FUNCTION bench_catch()`;
const LET_GO = `DROP TRIGGER bench_catch ON messaging.outbox; DROP FUNCTION bench_catch; DROP TABLE bench_announced`;

const TABLES: Readonly<Record<string, string>> = {
  report: `SELECT to_jsonb(report) AS row FROM report WHERE id::text = $1 AND $2 <> ''`,
  history: `SELECT to_jsonb(report_history) AS row FROM report_history
    WHERE report_id::text = $1 AND $2 <> '' ORDER BY version`,
  key: `SELECT to_jsonb(idempotency_key) || jsonb_build_object('result', result::jsonb) AS row
    FROM platform.idempotency_key WHERE key = $2 AND $1 <> ''`,
  events: `SELECT to_jsonb(bench_announced) - 'payload' || jsonb_build_object('data', convert_from(payload, 'UTF8')::jsonb)
    AS row FROM bench_announced WHERE partition_key = $1 AND $2 <> '' ORDER BY aggregate_version`,
};

/** Files one report by `file`, which returns key and answer, and reads back all that was written for it. */
export async function traceOfFiling(
  database: string,
  file: () => Promise<{ key: string; answer: string }>,
): Promise<WrittenBy> {
  await queryOnce(database, CATCH);
  try {
    const { key, answer } = await file();
    const { id } = JSON.parse(answer) as { id: string };
    const written: Record<string, unknown> = { answer: JSON.parse(answer) as unknown };
    for (const [table, query] of Object.entries(TABLES)) written[table] = await queryOnce(database, query, [id, key]);
    return written;
  } finally {
    await queryOnce(database, LET_GO);
  }
}
