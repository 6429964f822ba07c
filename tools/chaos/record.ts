import { writeFileSync } from 'node:fs';
import { commit } from '../dev/commit.js';
import { faultsPage } from './faults-page.js';
import { faultsFile, formatted, readRecords, recordsFile } from './kept-records.js';
import { summedUp } from './print-result.js';
import { type Recorded, type Records } from './recorded.js';
import { type Result } from './run-row.js';

/** Keeps this run as its row's last one, or one of its last ones if the row takes several seeds, and writes docs/faults.md. */
export async function record(result: Result, seed: number): Promise<void> {
  const { number, seeds = 1 } = result.row;
  const records = readRecords();
  const others = (records[number] ?? []).filter((each) => each.seed !== seed);
  const runs = [...others, recorded(result, seed)].slice(-seeds);
  const kept: Records = { ...records, [number]: runs };
  writeFileSync(recordsFile, await formatted(JSON.stringify(kept), recordsFile));
  writeFileSync(faultsFile, await formatted(faultsPage(kept), faultsFile));
}

function recorded(result: Result, seed: number): Recorded {
  const { operations, effects, copies, notes, seconds, recovery, complaints } = result;
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const seen = summedUp(result);
  return { operations, effects, copies, notes, seconds, recovery, complaints, seen, seed, commit: commit(), date };
}
