import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedPostgres, temporaryFolder } from '@jaki/testing/embedded';
import { type ScratchDatabase } from '../schema/drifts.js';

/** Runs a PostgreSQL that is gone afterwards, and lets the work have as many empty databases of it as it wants. */
export async function onScratchServer<T>(work: (scratch: () => Promise<ScratchDatabase>) => Promise<T>): Promise<T> {
  const folder = temporaryFolder();
  try {
    const server = await embeddedPostgres({ folder: join(folder, 'postgres'), durable: false });
    let made = 0;
    return await work(() => emptyDatabase(server.url, `scratch_${++made}`)).finally(() => server.stop());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function emptyDatabase(serverUrl: string, name: string): Promise<ScratchDatabase> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  // The whole server goes at the end.
  return { url, drop: () => Promise.resolve() };
}
