import { Client } from 'pg';

/** Shorter texts are codes and states, which many tables share and which single nobody out. */
const SHORTEST = 8;

/**
 * Every text that stands anywhere in a database, with one `table.column` where it stands: ids, ciphertexts and hashes
 * too, and the texts inside JSON. Times and numbers are left out.
 */
export async function textsOf(url: string): Promise<Map<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const texts = new Map<string, string>();
    for (const { schema, table } of await tablesOf(client)) {
      const { rows } = await client.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM "${schema}"."${table}" t`);
      for (const [column, value] of rows.flatMap(({ row }) => Object.entries(row))) {
        leaves(value).forEach((text) => texts.set(text, `${table}.${column}`));
      }
    }
    return texts;
  } finally {
    await client.end();
  }
}

async function tablesOf(client: Client): Promise<{ schema: string; table: string }[]> {
  const { rows } = await client.query<{ schema: string; table: string }>(`
    SELECT table_schema AS schema, table_name AS "table" FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'pgboss')
      AND table_name NOT LIKE '\\_prisma%'`);
  return rows;
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') {
    const time = /^\d{4}-\d\d-\d\dT/.test(value);
    return value.length < SHORTEST || time ? [] : [value];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}
