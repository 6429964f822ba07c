import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url).pathname;
const libraries = ['kernel', 'contracts', 'messaging', 'platform', 'regions', 'testing'] as const;

// Written by hand, from ARCHITECTURE.md: which library each project may import. Of tests, `testing` may be imported by
// projects that the libraries under it do not need; that production code never does is another rule.
const allowed: Record<string, readonly (typeof libraries)[number][]> = {
  'libs/kernel': [],
  'libs/contracts': ['kernel'],
  'libs/messaging': ['kernel', 'contracts', 'testing'],
  'libs/platform': ['kernel', 'messaging', 'testing'],
  'libs/regions': ['kernel'],
  'libs/testing': ['kernel', 'contracts', 'messaging', 'platform'],
  ...Object.fromEntries(readdirSync(`${root}apps`).map((name) => [`apps/${name}`, libraries])),
  tools: libraries,
};

const cases = Object.entries(allowed).flatMap(([project, may]) =>
  libraries
    .filter((library) => project !== `libs/${library}`)
    .map((library) => ({ project, import: `@jaki/${library}`, refused: !may.includes(library) })),
);
const others = [
  { project: 'libs/kernel', import: '@nestjs/common', refused: true },
  { project: 'libs/regions', import: '../../kernel/src/index.js', refused: true },
  { project: 'apps/reports', import: '../../identity/src/main.js', refused: true },
];

function verdicts(asked: readonly { project: string; import: string }[]): boolean[] {
  const input = asked.map((each) => ({
    file: `${each.project}/${each.project === 'tools' ? 'dev' : 'src'}/main.ts`,
    ...each,
  }));
  const script = new URL('lint-imports.mjs', import.meta.url).pathname;
  return JSON.parse(
    execFileSync(process.execPath, [script], { input: JSON.stringify(input), encoding: 'utf8' }),
  ) as boolean[];
}

describe('the boundary lint', () => {
  it('refuses each import between projects that the table does not allow, and no other', () => {
    const asked = [...cases, ...others];
    const answers = verdicts(asked).map((refused, index) => ({ ...asked[index], refused }));
    expect(answers).toEqual(asked);
  }, 60_000);

  it('knows each project by exactly one type: an untagged one would escape it', () => {
    const projects = ['libs', 'apps'].flatMap((folder) =>
      readdirSync(root + folder).map((name) => `${folder}/${name}`),
    );
    const types = [...projects, 'tools'].map((project) => {
      const { nx } = JSON.parse(readFileSync(`${root}${project}/package.json`, 'utf8')) as { nx?: { tags?: string[] } };
      return [project, nx?.tags?.filter((tag) => tag.startsWith('type:'))];
    });
    const expected = (project: string) =>
      project === 'tools' ? 'type:tools' : project.startsWith('apps/') ? 'type:app' : `type:${project.slice(5)}`;
    expect(types).toEqual(types.map(([project]) => [project, [expected(String(project))]]));
  });
});
