import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { command } from './command.js';
import { deadLinks } from './links.js';
import { lockFileFaults } from './lock-file.js';
import { take } from './step.js';

describe('a check', () => {
  it('takes all its steps, also after one that failed or broke, and counts those', async () => {
    const printed: string[] = [];
    const broken = () => {
      throw new Error('out of paper');
    };
    const steps = [
      { name: 'first', faults: () => ['this\nand that'], mend: 'try again' },
      { name: 'second', faults: broken },
      { name: 'third', faults: () => [] },
    ];
    expect(await take(steps, (line) => printed.push(line))).toBe(2);
    const text = printed.join('\n').replace(/\d+\.\d s/g, 'T');
    expect(text).toContain(
      '✘ first (T)\n    this\n    and that\n    → try again\n✘ second (T)\n    Error: out of paper',
    );
    expect(text).toMatch(/✔ third \(T\)$/);
  });

  it('shows what a program said when it failed, and nothing when it did not', async () => {
    const shell = (code: string) => command('node', '-e', code);
    expect(await shell('console.log("fine")')).toEqual([]);
    expect(await shell('console.log("out"); console.error("err"); process.exit(3)')).toEqual(['out\nerr']);
    expect(await shell('process.exit(3)')).toEqual(['node ended with 3']);
  });
});

describe('the lock file', () => {
  it('is at fault for each package that is bound to a registry', () => {
    const packages = { a: { resolved: 'https://registry.example/a.tgz' }, b: { resolved: 'libs/b' }, c: {} };
    expect(lockFileFaults(JSON.stringify({ packages }))).toEqual(['a is bound to https://registry.example/a.tgz']);
  });
});

describe('links in documents', () => {
  it('are dead when file or heading is not there; code and other sites are left alone', () => {
    const root = mkdtempSync(join(tmpdir(), 'jaki-links-'));
    const good = '[a](b.md#the-second-one_here) [b](#one) [c](https://example.org/x) `[d](gone.md)`\n# One\n';
    writeFileSync(join(root, 'a.md'), `${good}\n\`\`\`\n[e](gone.md)\n\`\`\`\n[f](gone.md) [g](b.md#third)\n`);
    writeFileSync(join(root, 'b.md'), '## The second, `one_here`!\n');
    expect(deadLinks(root, ['a.md', 'b.md'])).toEqual(['a.md: gone.md', 'a.md: b.md#third']);
    rmSync(root, { recursive: true });
  });
});
