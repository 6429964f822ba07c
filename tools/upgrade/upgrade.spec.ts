import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromCommit, workspaceCopy } from '../packages/workspace-copy.js';
import { migrationsOf, migrationsWith } from './migrations.js';
import { previousCommit } from './previous-commit.js';
import { fileAndStart, notify, type Release } from './previous-services.js';
import { itWithHistory, previousRelease } from './with-history.js';

describe('a service of the previous commit', () => {
  let folder: string;
  let code: string;
  // Neither hook is run when all tests are skipped.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jaki-previous-'));
    code = workspaceCopy(folder, fromCommit(previousRelease, 'package.json', 'libs', 'apps'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const on = (migrations: URL): Release => ({ code, migrations, folder });
  const steps = ['filed', 'routed', 'work_started'].map((step) => `reports.report.${step}.v1`);

  itWithHistory('is run with the libraries of its own commit', () => {
    const ask = [
      '-C',
      '@jaki/source',
      '--input-type=module',
      '-e',
      'console.log(import.meta.resolve("@jaki/messaging"))',
    ];
    const answer = execFileSync(process.execPath, ask, { cwd: join(code, 'apps/reports') }).toString();
    expect(answer.trim()).toBe(`file://${code}/libs/messaging/src/index.ts`);
  });

  itWithHistory(
    'takes and moves reports on the schema of this one',
    async () => {
      expect(await fileAndStart(on(migrationsOf('reports')))).toEqual(steps);
    },
    120_000,
  );

  itWithHistory(
    'notifies on the schema of this one',
    async () => {
      expect(await notify(on(migrationsOf('notifications')))).toBe(1);
    },
    120_000,
  );

  itWithHistory(
    'runs on a schema that a migration it never heard of has expanded',
    async () => {
      const expand = 'ALTER TABLE report ADD COLUMN mood text; CREATE TABLE mood (code text PRIMARY KEY);';
      expect(await fileAndStart(on(migrationsWith('reports', expand, folder)))).toEqual(steps);
    },
    120_000,
  );

  itWithHistory.each([
    ['drops a column that it writes', 'ALTER TABLE report DROP COLUMN landmark'],
    ['renames a column that it reads', 'ALTER TABLE report RENAME COLUMN holder TO held_by'],
    ['demands what it does not know of', 'ALTER TABLE report ADD COLUMN mood text NOT NULL'],
  ])(
    'is seen to fail when a migration %s',
    async (_, sql) => {
      await expect(fileAndStart(on(migrationsWith('reports', sql, folder)))).rejects.toThrow('answered 500');
    },
    120_000,
  );
});

describe('the previous commit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jaki-history-'));
  const [origin, shallow] = [join(folder, 'origin'), join(folder, 'shallow')];
  const git = (...given: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...given], { cwd: origin })
      .toString()
      .trim();
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is none in a history of one, and the one before otherwise', () => {
    mkdirSync(origin);
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'the first');
    expect(previousCommit(origin)).toBeUndefined();
    const first = git('rev-parse', 'HEAD');
    git('commit', '-q', '--allow-empty', '-m', 'the second');
    expect(previousCommit(origin)).toBe(first);
  });

  it('is none in a shallow clone, which stays as shallow as it was', () => {
    git('clone', '-q', '--depth', '1', `file://${origin}`, shallow);
    expect(previousCommit(shallow)).toBeUndefined();
    expect(execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: shallow }).toString().trim()).toBe('1');
  });
});
