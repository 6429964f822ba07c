import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const MINUTES = 60_000;

/** The demo as a person runs it, on a platform of its own. */
function demo(...options: string[]): Promise<{ code: number | string | null; lines: string[] }> {
  const node = ['-C', '@jaki/source', '--import', path('../swc-register.mjs'), path('demo.ts'), '--own', ...options];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, node, { timeout: 3 * MINUTES }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, lines: stripVTControlCharacters(stdout + stderr).split('\n') });
    });
  });
}

describe('npm run demo', () => {
  // With one event lost everything else must still be there: this run proves the sound case as well.
  it(
    'exits 1 when one event is missing, and finds fault with nothing but that',
    async () => {
      const { code, lines } = await demo('--lose', 'reports.report.disputed.v1');
      const faults = lines.slice(lines.indexOf('Not as expected:') + 1).filter((line) => line.startsWith('  '));
      expect({ code, faults }).toEqual({
        code: 1,
        faults: [
          '  missing event: reports.report.disputed.v1',
          '  the event after 13 has sequence 15',
          '  24 rows of notices in the database instead of 25',
        ],
      });
    },
    4 * MINUTES,
  );
});
