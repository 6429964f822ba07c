import pg from 'pg';

/** Runs one statement, or several without parameters, past the services. @returns the rows of the last one */
export async function asSuperuser<Row extends object>(
  database: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result = await client.query<Row>(statement, values.length === 0 ? undefined : [...values]);
    return result.rows;
  } finally {
    await client.end();
  }
}
