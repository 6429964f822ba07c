import { Client } from 'pg';
import { type ServiceName } from '../dev/local.js';
import { tablesOf } from './rebuildable.js';

/**
 * Empties what is made of events, in one transaction. What a person has read no event tells: those marks are set aside
 * in a schema of their own, and kept there when it is done twice.
 *
 * @returns how many notices there were, and how many read marks are set aside
 */
export async function emptyState(url: string, service: ServiceName): Promise<{ notices: number; marks: number }> {
  return inTransaction(url, async (client) => {
    await client.query(`LOCK TABLE ${tablesOf(service).join(', ')} IN ACCESS EXCLUSIVE MODE`);
    const notices = await count(client, 'notice');
    await client.query('CREATE SCHEMA IF NOT EXISTS rebuild');
    await client.query(`CREATE TABLE IF NOT EXISTS rebuild.read_mark (
      event_id uuid, recipient_id uuid, read_at timestamptz(3) NOT NULL, PRIMARY KEY (event_id, recipient_id))`);
    await client.query(`INSERT INTO rebuild.read_mark
      SELECT event_id, recipient_id, read_at FROM notice WHERE read_at IS NOT NULL ON CONFLICT DO NOTHING`);
    const marks = await count(client, 'rebuild.read_mark');
    await client.query(`TRUNCATE ${tablesOf(service).join(', ')}, messaging.inbox, messaging.dead_letter`);
    return { notices, marks };
  });
}

/**
 * Puts read marks back on the notices that have come again, while the service runs: inboxes are locked as it locks them.
 *
 * @returns undefined when none were set aside
 */
export async function putMarksBack(url: string): Promise<{ back: number; left: number } | undefined> {
  return inTransaction(url, async (client) => {
    const { rows } = await client.query("SELECT 1 WHERE to_regclass('rebuild.read_mark') IS NOT NULL");
    if (rows.length === 0) return undefined;
    await client.query(`SELECT id FROM recipient WHERE id IN (SELECT recipient_id FROM rebuild.read_mark)
      ORDER BY id FOR UPDATE`);
    const { rowCount } = await client.query(`
      WITH come AS (
        DELETE FROM rebuild.read_mark m USING notice n
        WHERE n.event_id = m.event_id AND n.recipient_id = m.recipient_id RETURNING m.*
      ), marked AS (
        UPDATE notice n SET read_at = come.read_at FROM come
        WHERE n.event_id = come.event_id AND n.recipient_id = come.recipient_id AND n.read_at IS NULL
        RETURNING n.recipient_id
      ), counted AS (
        UPDATE recipient r SET unread_count = r.unread_count - c.n
        FROM (SELECT recipient_id, count(*) AS n FROM marked GROUP BY 1) c WHERE r.id = c.recipient_id
      ) SELECT 1 FROM come`);
    const left = await count(client, 'rebuild.read_mark');
    if (left === 0) await client.query('DROP SCHEMA rebuild CASCADE');
    return { back: rowCount ?? 0, left };
  });
}

async function count(client: Client, table: string): Promise<number> {
  return (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n ?? 0;
}

async function inTransaction<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: 'rebuild', options: '-c statement_timeout=0' });
  await client.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    // An open transaction ends with its connection.
    await client.end();
  }
}
