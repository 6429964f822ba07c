import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Edit } from './edit.js';
import { effectNotes, failPoints } from './fail-points.js';
import { plantedBugs } from './planted-bugs.js';

const root = new URL('../../../', import.meta.url);
const all: readonly Edit[] = [...failPoints, ...effectNotes, ...plantedBugs.flatMap(({ edits }) => edits)];

/** How often the text stands in the file of now. */
const times = ({ file, find }: Edit) => readFileSync(new URL(file, root), 'utf8').split(find).length - 1;

describe('an edit of the code under test', () => {
  it.each(all)('finds its place in $file: $find', (edit) => {
    expect(times(edit)).toBe(1);
  });

  it('that would change nothing is seen', () => {
    expect(times({ file: 'tools/chaos/edits/edit.ts', find: 'text that nobody wrote', replace: '' })).toBe(0);
  });
});
