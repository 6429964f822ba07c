// Proves the import on real files: `node … tools/import/prove.ts FILE=FILED [FILE=FILED …]` on a platform of its own.
// Each file goes in twice; FILED is how many of its features lie in the city. Exits 1 when anything is otherwise.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, queryOnce } from '@jaki/testing/embedded';
import { type Addresses } from '../dev/addresses.js';
import { explain } from '../dev/explain.js';
import { startPlatform } from '../dev/platform.js';
import { channelAccount } from './channel-account.js';
import { readFeatures } from './geojson.js';
import { importFeatures } from './import-features.js';
import { type Outcome } from './outcome.js';
import { tally } from './tally.js';

const PATIENCE_MS = 60_000;
const IN_QUEUES = `SELECT count(*)::int AS count FROM report JOIN organisation ON organisation.id = holder
  WHERE state = 'waiting' AND holder = agency AND category = ANY (categories)`;
const FIRST_NOTICES = `SELECT count(*)::int AS count FROM notice JOIN recipient ON recipient.id = recipient_id
  WHERE kind = 'person' AND event_type = 'reports.report.filed.v1'`;

const faults: string[] = [];
function check(what: string, seen: number, expected: number): void {
  console.log(
    `${seen === expected ? 'ok  ' : 'NOT '} ${what}: ${seen}${seen === expected ? '' : `, expected ${expected}`}`,
  );
  if (seen !== expected) faults.push(what);
}

async function proveFile(file: string, expected: number, addresses: Addresses): Promise<void> {
  const features = readFeatures(await readFile(file, 'utf8'));
  const account = channelAccount(addresses);
  const settings = { source: 'petabencana', reports: addresses.of('reports'), account };
  const count = (outcomes: Outcome[], kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind).length;
  const first = await importFeatures(features, settings);
  const second = await importFeatures(features, settings);
  const name = basename(file);
  check(`${name}: filed`, count(first, 'filed'), expected);
  check(`${name}: refused`, count(first, 'refused'), features.length - expected);
  const codes = first.flatMap((outcome) => (outcome.kind === 'refused' ? [outcome.code] : []));
  console.log(
    `     for ${tally(codes)
      .map(([code, times]) => `${code} (${times})`)
      .join(', ')}`,
  );
  check(`${name}: filed by a second run`, count(second, 'filed'), 0);
  check(`${name}: already there for a second run`, count(second, 'already_there'), expected);
}

/** Waits for a count to become what is expected, as events take their time. */
async function countIn(database: string, query: string, expected: number): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const count = (await queryOnce<{ count: number }>(database, query))[0]?.count ?? 0;
    if (count >= expected || Date.now() > until) return count;
    await sleep(200);
  }
}

async function prove(files: readonly (readonly [file: string, expected: number])[]): Promise<void> {
  console.log('Starting a platform …');
  const platform = await startPlatform({ quiet: true });
  try {
    const { addresses } = platform;
    for (const [file, expected] of files) await proveFile(file, expected, addresses);
    const total = files.reduce((sum, [, expected]) => sum + expected, 0);
    check(
      'reports in the queues of their agencies',
      await countIn(addresses.database('reports'), IN_QUEUES, total),
      total,
    );
    check('first notices', await countIn(addresses.database('notifications'), FIRST_NOTICES, total), total);
  } finally {
    await platform.stop();
  }
}

try {
  const files = process.argv.slice(2).map((argument) => {
    const at = argument.lastIndexOf('=');
    return [argument.slice(0, at), Number(argument.slice(at + 1))] as const;
  });
  if (files.length === 0) throw new CannotStart('Say which files: FILE=HOW_MANY_LIE_IN_THE_CITY …');
  await prove(files);
} catch (error) {
  faults.push(explain(error));
}
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
