import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { notKept } from '../kept.js';

describe('a published version', () => {
  let root: string;
  const git = (...given: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...given], { cwd: root });
  const write = (text: string) => writeFileSync(join(root, 'published/1.0.0.json'), text);
  const commit = () => {
    git('add', '-A');
    git('commit', '-qm', 'a step');
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jaki-kept-'));
    mkdirSync(join(root, 'published'));
    git('init', '-q');
    write('as it was');
    expect(notKeptAtAll()).toEqual([]);
    commit();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** Before the first commit git has no history to ask. */
  const notKeptAtAll = () => {
    git('commit', '-q', '--allow-empty', '-m', 'nothing yet');
    return notKept(root, 'published');
  };
  const kept = () => notKept(root, 'published');

  it('is kept as long as it is what was committed first', () => {
    expect(kept()).toEqual([]);
    write('another');
    expect(kept()).toEqual(['published/1.0.0.json']);
  });

  it('is not kept by committing an edit, and is again when the edit is taken back', () => {
    write('another');
    commit();
    expect(kept()).toEqual(['published/1.0.0.json']);
    write('as it was');
    expect(kept()).toEqual([]);
  });

  it('is not kept by removing it, nor by writing it anew afterwards', () => {
    rmSync(join(root, 'published/1.0.0.json'));
    commit();
    expect(kept()).toEqual(['published/1.0.0.json']);
    write('another');
    commit();
    expect(kept()).toEqual(['published/1.0.0.json']);
  });
});
