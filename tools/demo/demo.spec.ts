import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const MINUTES = 60_000;

/** The demo as a person runs it. */
function demo(...options: string[]): Promise<{ code: number | string | null; lines: string[] }> {
  const node = ['-C', '@jaki/source', '--import', path('../swc-register.mjs'), path('demo.ts'), ...options];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, node, { timeout: 3 * MINUTES }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, lines: stripVTControlCharacters(stdout + stderr).split('\n') });
    });
  });
}

/** A story on a platform of its own, with one event lost. */
async function faultsWithout(event: string, ...story: string[]): Promise<object> {
  const { code, lines } = await demo(...story, '--own', '--lose', event);
  const faults = lines.slice(lines.indexOf('Not as expected:') + 1).filter((line) => line.startsWith('  '));
  return { code, faults };
}

// With one event lost everything else must still be there: these runs prove the sound case as well.
describe('npm run demo', () => {
  it(
    'exits 1 when one event is missing, and finds fault with nothing but that',
    async () => {
      expect(await faultsWithout('reports.report.disputed.v1')).toEqual({
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

  it(
    "exits 1 when one event of the market's story is missing, and finds fault with nothing but that",
    async () => {
      expect(await faultsWithout('marketplace.order.accepted.v1', 'market')).toEqual({
        code: 1,
        faults: [
          '  missing event of order: marketplace.order.accepted.v1',
          '  the event of order after 2 has sequence 4',
          '  13 rows of notices in the database instead of 14',
        ],
      });
    },
    4 * MINUTES,
  );

  it(
    'refuses a story that there is not, in one sentence',
    async () => {
      const lines = ['There is no story called fair: choose one of reports, market.', ''];
      expect(await demo('fair')).toEqual({ code: 1, lines });
    },
    MINUTES,
  );
});
