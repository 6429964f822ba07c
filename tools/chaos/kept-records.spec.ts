import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { faultsFile, faultsPageIsStale } from './kept-records.js';

describe('docs/faults.md', () => {
  it('is stale when a verdict in it is not what the kept runs say', async () => {
    const page = readFileSync(faultsFile, 'utf8');
    expect(await faultsPageIsStale(page)).toBe(false);
    expect(page).toContain('green');
    expect(await faultsPageIsStale(page.replace('green', 'GREEN'))).toBe(true);
  });
});
