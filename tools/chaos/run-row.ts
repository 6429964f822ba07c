import { setTimeout as sleep } from 'node:timers/promises';
import { type Count, countRow } from './count/count-row.js';
import { gathered } from './count/groups.js';
import { settled } from './count/settled.js';
import { openWindow } from './count/window.js';
import { type Journal } from './load/journal.js';
import { Load } from './load/load.js';
import { type People } from './load/people.js';
import { Random } from './random.js';
import { type Rig } from './rig/rig.js';
import { type Observation, type Row, Stage } from './row.js';

export interface Ground {
  readonly rig: Rig;
  readonly people: People;
  readonly journal: Journal;
  readonly renamed: string;
  readonly seed: number;
  readonly short: boolean;
}

export interface Result extends Count {
  readonly row: Row;
  readonly observations: readonly Observation[];
  readonly notes: readonly string[];
  /** From the heal until nothing was on its way any more, in milliseconds, of rows that say when they healed. */
  readonly recovery: number | undefined;
  readonly seconds: number;
  /** Why it is red; none when it is green. */
  readonly complaints: readonly string[];
}

const SETTLE_MS = 60_000;
const GATHER_MS = 60_000;

/** Breaks, heals, waits, counts. Never throws for what the row found. */
export async function runRow(row: Row, ground: Ground, settleWithin = SETTLE_MS): Promise<Result> {
  const { rig, people, journal, seed, short, renamed } = ground;
  const began = Date.now();
  await rig.restore();
  const whole = await gathered(rig, GATHER_MS);
  const random = new Random(seed * 100 + row.number);
  // Answers come when they come: a chance of its own keeps the load from changing what the row chooses.
  const chance = new Random(seed * 100 + row.number + 50);
  const load = new Load({ addresses: rig.addresses, people, journal, random: chance, run: journal.nextRun(), renamed });
  const stage = new Stage(rig, load, people, random, short, settleWithin);
  await stage.freshen();
  stage.require('every instance reads before the row begins', whole);
  const window = await openWindow(rig);
  await row.run(stage).catch((error: unknown) => stage.complaints.push(`the row broke off: ${String(error)}`));
  await load.stop();
  const left = await settled(rig, settleWithin);
  const recovery = stage.healedAt === undefined ? undefined : Date.now() - stage.healedAt;
  // A session needs a moment to end its transaction after its effect was seen.
  await sleep(300);
  const count = await countRow(rig, { operations: load.operations, window, stage });
  const unsettled = typeof left === 'number' ? [] : [`after ${settleWithin / 1000} s ${JSON.stringify(left)} was left`];
  const { observations, notes } = stage;
  const unobserved = observations
    .filter(({ value, least }) => !(value >= least))
    .map(({ what, value, least }) => `the fault was not observed: ${what} ${value}, at least ${least} wanted`);
  if (observations.length === 0) unobserved.push('the fault was not observed: nothing was looked at');
  return {
    ...count,
    ...{ row, observations, notes },
    recovery,
    seconds: (Date.now() - began) / 1000,
    complaints: [...stage.complaints, ...unobserved, ...unsettled, ...count.complaints],
  };
}
