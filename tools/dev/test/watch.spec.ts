import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { watchSources } from '../watch.js';

describe('npm start -- --watch', () => {
  let folder: string;
  let stop: () => Promise<void>;
  let log: string[];
  const path = (file: string) => join(folder, file);
  const service = (name: string) => ({
    start: () => (
      log.push(`${name} started`),
      name === 'broken' ? Promise.reject(new Error('no way')) : Promise.resolve()
    ),
    stop: () => (log.push(`${name} stopped`), Promise.resolve()),
  });
  /** Long enough for whatever follows from a change. */
  const settled = async () => {
    await sleep(800);
    return log.splice(0);
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jaki-watch-'));
    for (const each of ['apps/one/src', 'apps/broken/src', 'libs/kernel/src'])
      mkdirSync(path(each), { recursive: true });
    log = [];
    stop = watchSources(
      new Map(['one', 'broken'].map((name) => [name, service(name)])),
      (line) => log.push(line),
      path,
    );
    await sleep(50);
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  it('starts a service again, once, when files of its source change, and not for a test', async () => {
    for (const file of ['a.ts', 'b.ts']) writeFileSync(path(`apps/one/src/${file}`), '');
    expect(await settled()).toEqual(['one stopped', 'one started', 'one runs with what has changed.']);
    writeFileSync(path('apps/one/src/a.spec.ts'), '');
    expect(await settled()).toEqual([]);
  });

  it('starts all again for a library, and says of one that does not start that it waits', async () => {
    writeFileSync(path('libs/kernel/src/a.ts'), '');
    expect(await settled()).toEqual([
      'one stopped',
      'one started',
      'one runs with what has changed.',
      'broken stopped',
      'broken started',
      'broken waits for the next change: no way',
    ]);
  });
});
