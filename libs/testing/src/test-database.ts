import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate, type MigrationSet } from '@jaki/platform';
import { stackAddresses } from './stack/addresses.js';

export interface TestDatabase {
  /** Of a superuser. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated database of this test's own: a copy of a template that is migrated once for each state of the files. */
export async function testDatabase(sets: readonly MigrationSet[]): Promise<TestDatabase> {
  const template = `template_${checksum(sets)}`;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (server) => {
    await ensureTemplate(server, template, sets);
    // Copying files is five times as fast as writing a small database to the log page by page.
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  });
  return { url: databaseUrl(name), drop: () => onServer((server) => drop(server, name)) };
}

const FAREWELL_MS = 2_000;

/** A pool says that it has ended before its last sessions have: cut off, they would raise an error that nobody expects. */
async function drop(server: pg.Client, name: string): Promise<void> {
  const deadline = Date.now() + FAREWELL_MS;
  const sessions = 'SELECT 1 FROM pg_stat_activity WHERE datname = $1';
  while ((await server.query(sessions, [name])).rowCount !== 0 && Date.now() < deadline) await sleep(20);
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function ensureTemplate(server: pg.Client, template: string, sets: readonly MigrationSet[]): Promise<void> {
  if (await exists(server, template)) return;
  // Test files run side by side: one of them migrates, the others wait.
  await server.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  if (!(await exists(server, template))) {
    const unfinished = `${template}_unfinished`;
    await server.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${unfinished} TEMPLATE template0`);
    await migrate(databaseUrl(unfinished), sets);
    await server.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  }
  await server.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
}

async function exists(server: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  return rowCount === 1;
}

async function onServer<T>(work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: stackAddresses().databaseUrl });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function databaseUrl(name: string): string {
  const url = new URL(stackAddresses().databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function checksum(sets: readonly MigrationSet[]): string {
  const hash = createHash('sha256');
  for (const { schema, folder } of sets) {
    const root = folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`);
    const entries = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const name of entries.map((entry) => entry.name).sort()) {
      hash.update(`${schema}\0${name}\0`).update(readFileSync(new URL(`${name}/migration.sql`, root)));
    }
  }
  return hash.digest('hex').slice(0, 24);
}
