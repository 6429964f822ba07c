import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** A folder of migrations and the PostgreSQL schema that its tables live in. */
export interface MigrationSet {
  readonly schema: string;
  /** Holds `<yyyymmddhhmmss_name>/migration.sql`. */
  readonly folder: URL;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The history of the database and the files disagree; nobody but a person can tell which is right. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

// Any number that all instances share: it keeps two starts from migrating one database at once.
const LOCK = 7_201_811_411;

/**
 * Brings a database up to date, forward only: each file once, in order, in its own transaction, recorded as Prisma's
 * own engine would in `<schema>._prisma_migrations`. Runs again at every start; a second runner waits for the first.
 * A database that is ahead of the files is left as it is: a newer release has migrated it, and expands before it
 * contracts, so that this one runs on.
 *
 * @returns the names that were applied now, as `schema/name`
 * @throws MigrationError when an applied file was edited or is gone, or a new one sorts before an applied one
 */
export async function migrate(databaseUrl: string, sets: readonly MigrationSet[]): Promise<string[]> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'migrate',
    options: '-c timezone=UTC',
  });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const applied: string[] = [];
    for (const set of sets) applied.push(...(await migrateSet(client, set)));
    return applied;
  } finally {
    await client.end();
  }
}

async function migrateSet(client: pg.Client, { schema, folder }: MigrationSet): Promise<string[]> {
  const quoted = client.escapeIdentifier(schema);
  await prepareHistory(client, quoted);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM ${quoted}._prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const files = await readMigrations(folder);
  refuseRewrittenHistory(schema, rows, files);
  const pending = files.slice(rows.length);
  for (const migration of pending) await apply(client, schema, migration);
  return pending.map(({ name }) => `${schema}/${name}`);
}

async function prepareHistory(client: pg.Client, quoted: string): Promise<void> {
  // Asked first, because IF NOT EXISTS wants the right to create schemas even when there is nothing to create.
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS there', [quoted]);
  if (rows[0]?.there !== true) await client.query(`CREATE SCHEMA ${quoted}`);
  await client.query(`CREATE TABLE IF NOT EXISTS ${quoted}._prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
}

/** The applied names must be the first files, each unchanged; when they are all of them, newer ones may follow. */
function refuseRewrittenHistory(
  schema: string,
  applied: readonly { migration_name: string; checksum: string }[],
  files: readonly Migration[],
): void {
  const newest = files.at(-1)?.name ?? '';
  for (const [index, row] of applied.entries()) {
    if (index >= files.length && newest !== '' && row.migration_name > newest) return;
    const name = `${schema}/${row.migration_name}`;
    const file = files.find((candidate) => candidate.name === row.migration_name);
    if (file === undefined) throw new MigrationError(`${name} was applied, but its file is gone.`);
    if (file.checksum !== row.checksum) throw new MigrationError(`${name} was edited after it was applied.`);
    const expected = files[index];
    if (expected !== file) {
      throw new MigrationError(`${schema}/${String(expected?.name)} is new, but sorts before the applied ${name}.`);
    }
  }
}

async function apply(client: pg.Client, schema: string, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL search_path TO ${client.escapeIdentifier(schema)}, public`);
    await client.query(sql);
    await client.query(
      `INSERT INTO ${client.escapeIdentifier(schema)}._prisma_migrations
        (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new MigrationError(`${schema}/${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const root = folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`);
  const entries = await readdir(root, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(new URL(`${name}/migration.sql`, root), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
