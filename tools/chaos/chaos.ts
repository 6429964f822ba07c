// `npm run chaos [-- --row 5 --row 6 --seed 7 --short --keep FOLDER]`: breaks a platform of its own in every way that
// `rows/` knows, and counts. Exit code 1 when a row is red.
import { parseArgs } from 'node:util';
import { explain } from '../dev/explain.js';
import { openGround } from './ground.js';
import { printed, table } from './print-result.js';
import { record } from './record.js';
import { type Row } from './row.js';
import { rows } from './rows/index.js';
import { type Result, runRow } from './run-row.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    row: { type: 'string', multiple: true },
    seed: { type: 'string' },
    /** The rows of CI, or those that are named, with few repetitions. */
    short: { type: 'boolean', default: false },
    /** Where journal and logs are kept. */
    keep: { type: 'string' },
  },
});

function chosen(): readonly Row[] {
  const named = values.row?.map(Number);
  const unknown = named?.find((number) => rows.every((row) => row.number !== number));
  if (unknown !== undefined) throw new Error(`there is no such row: ${values.row?.join(', ')}`);
  if (named !== undefined) return rows.filter(({ number }) => named.includes(number));
  return rows.filter(({ inCi }) => !values.short || inCi === true);
}

/** In full, some rows are run with several seeds: the next ones, unless rows are named together with a seed. */
function seedsOf({ seeds = 1 }: Row, seed: number): number[] {
  const one = values.short || (values.row !== undefined && values.seed !== undefined);
  return Array.from({ length: one ? 1 : seeds }, (_, index) => seed + index);
}

async function run(seed: number): Promise<readonly Result[]> {
  say(`Seed ${seed}. Starting PostgreSQL, Kafka and the services …`);
  const ground = await openGround({ seed, short: values.short, say });
  const results: Result[] = [];
  try {
    const runs = chosen().flatMap((row) => seedsOf(row, seed).map((each) => ({ row, seed: each })));
    for (const each of runs) {
      const result = await runRow(each.row, { ...ground, seed: each.seed });
      results.push(result);
      say(printed(result));
      if (!values.short) await record(result, each.seed);
    }
    return results;
  } finally {
    if (values.keep !== undefined) ground.rig.keep(values.keep);
    await ground.stop();
  }
}

const seed = Number(values.seed ?? Date.now() % 100_000);
try {
  const results = await run(seed);
  say(`\n${table(results)}\nSeed ${seed}.`);
  process.exitCode = results.some(({ complaints }) => complaints.length > 0) ? 1 : 0;
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
