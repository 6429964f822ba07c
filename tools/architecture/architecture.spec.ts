import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { subjectsOf, violations } from './rule.js';
import { mendedProjects } from './rules/folders.js';
import { rules } from './rules/index.js';
import { readTree, type SourceTree } from './source-tree.js';

const path = (relative: string) => new URL(relative, import.meta.url).pathname;
const real = readTree(path('../../'));

describe.each(rules)('rule $id: $says', (rule) => {
  const root = path(`planted/${rule.id}/`);

  it('catches exactly what is planted to break it, and no other rule minds', () => {
    const planted = readTree(root);
    const caught = violations(rules, planted).map(({ rule: id, at }) => `${id} ${at}`);
    const expected = marked(root, planted).map((at) => `${rule.id} ${at}`);
    expect(expected).not.toEqual([]);
    expect(caught.toSorted()).toEqual(expected);
  });

  it('looks at something that is sound in the real tree', () => {
    const sound = subjectsOf(rule, real).filter(({ subject }) => subject.breaks === undefined);
    expect(sound.length).toBeGreaterThan(0);
  });

  it('is kept by the real tree', () => {
    expect(violations([rule], real)).toEqual([]);
  });
});

it('no planted folder is left without its rule', () => {
  expect(readdirSync(path('planted')).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});

it('every project that is excused from folders-are-acyclic still needs it', () => {
  expect(mendedProjects(real)).toEqual([]);
});

/** The lines that say of themselves that they break the rule. */
function marked(root: string, tree: SourceTree): string[] {
  const lines = [...tree.keys()].flatMap((file) =>
    readFileSync(root + file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.endsWith('// breaks') ? [`${file}:${index + 1}`] : [])),
  );
  return lines.toSorted();
}
