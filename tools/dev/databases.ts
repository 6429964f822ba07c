import pg from 'pg';

/** Milliseconds; what a session may not exceed even when its service forgets to say so. */
const LIMITS = {
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  transaction_timeout: 60_000,
  idle_in_transaction_session_timeout: 30_000,
};

/**
 * Gives each service a role and a database of its own, both with the service's name. PostgreSQL refuses a role's
 * connection to any other database. Runs at every start; data stay as they are.
 *
 * @param superuser address of the server, of a role that may make others
 * @param passwords by service
 */
export async function prepareDatabases(superuser: string, passwords: Readonly<Record<string, string>>): Promise<void> {
  const server = new pg.Client({ connectionString: superuser });
  await server.connect();
  try {
    for (const database of ['postgres', 'template1']) {
      await server.query(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
    }
    for (const [name, password] of Object.entries(passwords)) await prepareDatabase(server, name, password);
  } finally {
    await server.end();
  }
}

async function prepareDatabase(server: pg.Client, name: string, password: string): Promise<void> {
  const [role, secret] = [server.escapeIdentifier(name), server.escapeLiteral(password)];
  if (!(await exists(server, 'SELECT 1 FROM pg_roles WHERE rolname = $1', name)))
    await server.query(`CREATE ROLE ${role}`);
  await server.query(`ALTER ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${secret}`);
  await server.query(`ALTER ROLE ${role} SET timezone = 'UTC'`);
  for (const [setting, value] of Object.entries(LIMITS)) {
    await server.query(`ALTER ROLE ${role} SET ${setting} = ${value}`);
  }
  if (!(await exists(server, 'SELECT 1 FROM pg_database WHERE datname = $1', name))) {
    await server.query(`CREATE DATABASE ${role} OWNER ${role}`);
  }
  await server.query(`REVOKE ALL ON DATABASE ${role} FROM PUBLIC`);
}

async function exists(server: pg.Client, query: string, name: string): Promise<boolean> {
  const { rowCount } = await server.query(query, [name]);
  return rowCount === 1;
}
