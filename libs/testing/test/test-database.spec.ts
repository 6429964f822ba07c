import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { queryOnce } from '../src/embedded/query-once.js';
import { testDatabase } from '../src/test-database.js';

const root = mkdtempSync(join(tmpdir(), 'jaki-migrations-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function migrations(name: string, sql: string) {
  const folder = join(root, name);
  mkdirSync(join(folder, '20260101000000_first'), { recursive: true });
  writeFileSync(join(folder, '20260101000000_first', 'migration.sql'), sql);
  return [{ schema: 'public', folder: pathToFileURL(folder) }];
}

describe('a test database', () => {
  const sets = migrations('one', `create table thing (id int); insert into thing values (${Date.now() % 1000});`);

  it('is migrated, and what one test writes no other sees', async () => {
    const [one, two] = await Promise.all([testDatabase(sets), testDatabase(sets)]);
    await queryOnce(one.url, 'insert into thing values (-1)');
    expect(await queryOnce(one.url, 'select count(*)::int as n from thing')).toEqual([{ n: 2 }]);
    expect(await queryOnce(two.url, 'select count(*)::int as n from thing')).toEqual([{ n: 1 }]);
    await Promise.all([one.drop(), two.drop()]);
    await expect(queryOnce(one.url, 'select 1')).rejects.toThrow('does not exist');
  });

  it('is a copy of a template that was migrated once', async () => {
    const [one, two] = await Promise.all([testDatabase(sets), testDatabase(sets)]);
    const history = 'select id, started_at from _prisma_migrations';
    expect(await queryOnce(one.url, history)).toEqual(await queryOnce(two.url, history));
    await Promise.all([one.drop(), two.drop()]);
  });

  it('follows an edited migration', async () => {
    const before = await testDatabase(migrations('two', 'create table a ();'));
    const after = await testDatabase(migrations('two', 'create table b ();'));
    expect(await queryOnce(after.url, `select to_regclass('a') as a, to_regclass('b') as b`)).toEqual([
      { a: null, b: 'b' },
    ]);
    await Promise.all([before.drop(), after.drop()]);
  });
});
