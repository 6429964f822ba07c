import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commit } from '../commit.js';

describe('the commit that a run names', () => {
  let root: string;
  const git = (...args: readonly string[]) => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
    return execFileSync('git', [...who, ...args], { cwd: root, encoding: 'utf8' }).trim();
  };

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'jaki-commit-'));
    mkdirSync(join(root, 'docs'));
    writeFileSync(join(root, 'code.ts'), 'one');
    writeFileSync(join(root, 'docs/faults.md'), 'one');
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'one');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('is its short hash, also after a run has written its page', () => {
    writeFileSync(join(root, 'docs/faults.md'), 'two');
    expect(commit(root)).toBe(git('rev-parse', '--short', 'HEAD'));
  });

  it('says that the code was changed since', () => {
    writeFileSync(join(root, 'code.ts'), 'two');
    expect(commit(root)).toMatch(/^[0-9a-f]{7,} with changes$/);
  });

  it('is unknown where there is no clone', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'jaki-no-clone-'));
    expect(commit(elsewhere)).toBe('unknown');
    rmSync(elsewhere, { recursive: true });
  });
});
