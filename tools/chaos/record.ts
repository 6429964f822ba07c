import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { faultsPage } from './faults-page.js';
import { summedUp } from './print-result.js';
import { type Recorded, type Records } from './recorded.js';
import { type Result } from './run-row.js';

const file = fileURLToPath(new URL('results.json', import.meta.url));
const page = fileURLToPath(new URL('../../docs/faults.md', import.meta.url));

/** Keeps this run as its row's last one, or one of its last ones if the row takes several seeds, and writes docs/faults.md. */
export function record(result: Result, seed: number): void {
  const { number, seeds = 1 } = result.row;
  const records = readRecords();
  const others = (records[number] ?? []).filter((each) => each.seed !== seed);
  const runs = [...others, recorded(result, seed)].slice(-seeds);
  const kept: Records = { ...records, [number]: runs };
  writeFileSync(file, JSON.stringify(kept));
  writeFileSync(page, faultsPage(kept));
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
