import pg from 'pg';

/**
 * Runs one statement (several, if they have no values and nobody wants rows) in a session of its own.
 *
 * @throws Error when the database does not answer within 10 s, or as PostgreSQL has it
 */
export async function queryOnce<Row extends object>(
  url: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Nobody listening, a session that dies would end the process; the query fails anyway.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(statement, values.length === 0 ? undefined : [...values])).rows;
  } finally {
    await client.end();
  }
}
