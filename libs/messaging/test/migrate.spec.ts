import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '@jaki/testing';
import { migrate } from '../src/index.js';

describe('migrations', () => {
  let folder: string;
  let database: TestDatabase;
  const write = (name: string, sql: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  };
  const run = (schema = 'shop') => migrate(database.url, [{ schema, folder: pathToFileURL(folder) }]);
  const sql = async (text: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jaki-migrations-'));
    writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
    database = await testDatabase([]);
    write('20260101000000_shelf', 'CREATE TABLE shelf (id int); INSERT INTO shelf VALUES (1);');
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await database.drop();
  });

  it('run once each, in order, in their own schema', async () => {
    write('20260102000000_book', 'ALTER TABLE shelf ADD COLUMN book text;');
    expect(await run()).toEqual(['shop/20260101000000_shelf', 'shop/20260102000000_book']);
    expect(await run()).toEqual([]);
    expect(await sql('SELECT count(*)::int AS n FROM shop.shelf')).toEqual([{ n: 1 }]);
  });

  it("are recorded as Prisma's own engine records them", async () => {
    await run();
    const rows = await sql('SELECT * FROM shop._prisma_migrations');
    expect(rows).toMatchObject([
      { migration_name: '20260101000000_shelf', applied_steps_count: 1, rolled_back_at: null, logs: null },
    ]);
    expect(rows[0]).toHaveProperty('checksum', expect.stringMatching(/^[0-9a-f]{64}$/));
    expect(rows[0]?.['finished_at']).toBeInstanceOf(Date);
  });

  it('leave nothing behind when one fails, and go on after it is mended', async () => {
    write('20260102000000_broken', 'CREATE TABLE half (id int); SELECT nonsense;');
    await expect(run()).rejects.toThrow(/shop\/20260102000000_broken failed: .*nonsense/);
    expect(await sql("SELECT to_regclass('shop.half') AS half")).toEqual([{ half: null }]);
    write('20260102000000_broken', 'CREATE TABLE half (id int);');
    expect(await run()).toEqual(['shop/20260102000000_broken']);
  });

  it('refuse to start on an edited file', async () => {
    await run();
    write('20260101000000_shelf', 'CREATE TABLE shelf (id bigint);');
    await expect(run()).rejects.toThrow('shop/20260101000000_shelf was edited after it was applied.');
  });

  const remove = (name: string) => rmSync(join(folder, name), { recursive: true });

  it('refuse to start when an applied file is gone, though there are others or none at all', async () => {
    write('20260102000000_book', 'SELECT 1;');
    await run();
    remove('20260101000000_shelf');
    await expect(run()).rejects.toThrow('shop/20260101000000_shelf was applied, but its file is gone.');
    remove('20260102000000_book');
    await expect(run()).rejects.toThrow('shop/20260101000000_shelf was applied, but its file is gone.');
  });

  it('let a release start on a database that a newer one has migrated', async () => {
    write('20260102000000_book', 'SELECT 1;');
    await run();
    remove('20260102000000_book');
    expect(await run()).toEqual([]);
  });

  it('refuse a file that a newer release, which has migrated the database, did not have', async () => {
    write('20260103000000_book', 'SELECT 1;');
    await run();
    remove('20260103000000_book');
    write('20260102000000_lamp', 'SELECT 1;');
    await expect(run()).rejects.toThrow('shop/20260103000000_book was applied, but its file is gone.');
  });

  it('refuse a new file that sorts before an applied one', async () => {
    await run();
    write('20251231000000_late', 'SELECT 1;');
    await expect(run()).rejects.toThrow('20251231000000_late is new, but sorts before the applied');
  });

  it('run once when several instances start together', async () => {
    write('20260102000000_slow', 'SELECT pg_sleep(0.2);');
    const results = await Promise.all([run(), run(), run()]);
    expect(results.flat()).toHaveLength(2);
  });
});
