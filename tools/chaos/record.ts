import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { faultsPage } from './faults-page.js';
import { summedUp } from './print-result.js';
import { type Recorded, type Records } from './recorded.js';
import { type Result } from './run-row.js';

const file = fileURLToPath(new URL('results.json', import.meta.url));
const page = fileURLToPath(new URL('../../docs/faults.md', import.meta.url));

/** Puts these results in the place of earlier ones of the same rows, and writes docs/faults.md anew. */
export function record(results: readonly Result[], seed: number): void {
  const fresh = results.map((result) => [result.row.number, recorded(result, seed)] as const);
  const records: Records = { ...readRecords(), ...Object.fromEntries(fresh) };
  writeFileSync(file, JSON.stringify(records));
  writeFileSync(page, faultsPage(records));
  execFileSync('prettier', ['--write', file, page], { stdio: 'ignore' });
}

function recorded(result: Result, seed: number): Recorded {
  const { operations, effects, copies, notes, seconds, recovery, complaints } = result;
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const seen = summedUp(result);
  return { operations, effects, copies, notes, seconds, recovery, complaints, seen, seed, commit, date };
}

function readRecords(): Records {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Records) : {};
}
