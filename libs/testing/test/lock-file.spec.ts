import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { identify, LockFile } from '../src/embedded/index.js';

const home = mkdtempSync(join(tmpdir(), 'jaki-lock-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('a lock file', () => {
  it('names the living process that holds it, until that gives it free', () => {
    const file = join(home, 'one');
    const lock = new LockFile(file);
    expect(lock.take()).toBeUndefined();
    expect(new LockFile(file).take()).toEqual(identify(process.pid));
    lock.release();
    expect(new LockFile(file).take()).toBeUndefined();
  });

  it('cannot be kept by a process that is dead, or whose number another one has now', async () => {
    const child = spawn(process.execPath, ['--eval', 'setTimeout(() => 0, 60_000)']);
    const holder = identify(child.pid!);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const stale = [JSON.stringify(holder), JSON.stringify({ pid: process.pid, startedAt: 'long ago' }), '{"pid":', ''];
    for (const [index, content] of stale.entries()) {
      const file = join(home, `stale-${index}`);
      writeFileSync(file, content);
      expect(new LockFile(file).take()).toBeUndefined();
    }
  });

  it('is not given free by a process that does not hold it', () => {
    const file = join(home, 'other');
    const other = identify(1)!;
    writeFileSync(file, JSON.stringify(other));
    new LockFile(file).release();
    expect(new LockFile(file).take()).toEqual(other);
  });
});
