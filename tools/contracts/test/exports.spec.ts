import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isStale } from '../../schema/generated.js';
import { contractExports } from '../exports.js';

describe('what the contracts export', () => {
  let source: string;
  const add = (file: string) => {
    mkdirSync(join(source, file, '..'), { recursive: true });
    writeFileSync(join(source, file), 'export const nothing = 1;\n');
  };
  const made = () => {
    const root = pathToFileURL(`${source}/`);
    return Object.fromEntries(
      contractExports(root).map(({ file, content }) => [file.href.slice(root.href.length), content]),
    );
  };

  beforeAll(() => {
    source = mkdtempSync(join(tmpdir(), 'jaki-exports-'));
    for (const file of ['topics', 'fed.v1', 'fed.v2', 'animal-fields']) add(`events/zoo/${file}.ts`);
  });
  afterAll(() => rmSync(source, { recursive: true }));

  it("is each context's topics and events, and not what its events share", () => {
    const content = made()['events/zoo/index.ts'];
    expect(content?.match(/'.*'/g)).toEqual(["'./fed.v1.js'", "'./fed.v2.js'", "'./topics.js'"]);
  });

  it('grows by a context when its folder appears, and by nothing else', () => {
    const before = made();
    add('events/farm/sown.v1.ts');
    const after = made();
    const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(changed).toEqual(['events/farm/index.ts', 'events/index.ts', 'events/contexts.ts']);
    expect(after['events/contexts.ts']).toContain("export * as farm from './farm/index.js';");
  });
});

it('the committed exports are those of the folders', async () => {
  const stale = await Promise.all(contractExports().map((each) => isStale(each)));
  expect(stale).toEqual(stale.map(() => false));
});
