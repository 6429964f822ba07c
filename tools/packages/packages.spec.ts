import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packLibraries, publicLibraries, type Tarball } from './pack.js';

const root = new URL('../../', import.meta.url).pathname;
const inside = mkdtempSync(join(tmpdir(), 'jaki-packages-'));
let tarballs: Tarball[];
beforeAll(async () => {
  tarballs = await packLibraries(inside);
}, 180_000);
afterAll(() => rmSync(inside, { recursive: true }));

const tracked = (folder: string) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '.'], { cwd: root + folder })
    .toString()
    .trim()
    .split('\n');

describe.each(publicLibraries)('the package of %s', (library) => {
  const files = () => tarballs.find((each) => each.library === library)!.files;
  const sources = tracked(`libs/${library}`).filter((file) => /^src\/.*(?<!\.spec)\.ts$/.test(file));

  it('holds each module with its types, manifest, licence, readme and migrations, and nothing else', () => {
    const built = sources.map((file) => file.replace(/^src\/(.*)\.ts$/, 'dist/$1'));
    const migrations = tracked(`libs/${library}`).filter((file) => file.startsWith('prisma/migrations/'));
    const expected = [
      'package.json',
      'LICENSE',
      'README.md',
      ...migrations,
      ...built.flatMap((module) => [`${module}.js`, `${module}.d.ts`]),
    ];
    expect(built.length).toBeGreaterThan(5);
    expect(files()).toEqual(expected.sort());
  });

  it('holds no test, though there are some', () => {
    expect(tracked(`libs/${library}`).some((file) => file.endsWith('.spec.ts'))).toBe(true);
    expect(files().filter((file) => /spec|test|harness|jest/i.test(file))).toEqual([]);
  });

  it('has the licence of all, and says so', () => {
    const read = (file: string) => readFileSync(join(root, file), 'utf8');
    expect(read(`libs/${library}/LICENSE`)).toBe(read('LICENSE'));
    expect(JSON.parse(read(`libs/${library}/package.json`))).toMatchObject({ license: 'Apache-2.0' });
  });
});
