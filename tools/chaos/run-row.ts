import { setTimeout as sleep } from 'node:timers/promises';
import { complaint } from './count/complaint.js';
import { type Count, countRow } from './count/count-row.js';
import { gathered } from './count/groups.js';
import { marketSettled } from './count/market/market-settled.js';
import { settled } from './count/settled.js';
import { openWindow, type Window } from './count/window.js';
import { type Journal } from './load/journal.js';
import { Load } from './load/load.js';
import { Market } from './load/market/market.js';
import { type Stall } from './load/market/stalls.js';
import { type People } from './load/people.js';
import { Random } from './random.js';
import { type Rig } from './rig/rig.js';
import { type Observation, type Row, Stage } from './row.js';

export interface Ground {
  readonly rig: Rig;
  readonly people: People;
  readonly journal: Journal;
  readonly renamed: string;
  readonly stalls: readonly Stall[];
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
/** From the last checkout until it expires, with time to spare. */
const EXPIRED_MS = 15_000;

/** Breaks, heals, waits, counts. Never throws for what the row found. */
export async function runRow(row: Row, ground: Ground, settleWithin = SETTLE_MS): Promise<Result> {
  const began = Date.now();
  const { rig } = ground;
  await rig.restore();
  const whole = await gathered(rig, GATHER_MS);
  const stage = stageOf(row, ground, settleWithin);
  await stage.freshen();
  await stage.load.market.open();
  await stage.settle();
  stage.require('every instance reads before the row begins', whole);
  const window = await openWindow(rig);
  await row.run(stage).catch((error: unknown) => stage.complaints.push(`the row broke off: ${String(error)}`));
  await stage.load.stop();
  const left = await settled(rig, settleWithin);
  const recovery = stage.healedAt === undefined ? undefined : Date.now() - stage.healedAt;
  const unsettled = typeof left === 'number' ? [] : [`after ${settleWithin / 1000} s ${JSON.stringify(left)} was left`];
  unsettled.push(...(await closeMarket(stage, window, settleWithin)));
  // A session needs a moment to end its transaction after its effect was seen.
  await sleep(300);
  const count = await countRow(rig, { operations: stage.load.operations, window, stage });
  const { observations, notes } = stage;
  return {
    ...count,
    ...{ row, observations, notes },
    recovery,
    seconds: (Date.now() - began) / 1000,
    complaints: [...stage.complaints, ...unobserved(observations), ...unsettled, ...count.complaints],
  };
}

function stageOf(row: Row, ground: Ground, settleWithin: number): Stage {
  const { rig, people, journal, seed, short, renamed, stalls } = ground;
  // Answers come when they come: chances of their own keep the load from changing what the row chooses.
  const chance = (offset: number) => new Random(seed * 100 + row.number + offset);
  const of = { addresses: rig.addresses, people, journal };
  const market = new Market({ ...of, random: chance(75), run: journal.nextRun() }, stalls);
  const load = new Load({ ...of, market, random: chance(50), run: journal.nextRun(), renamed });
  return new Stage(rig, load, people, chance(0), short, settleWithin);
}

/** Waits until everything at the market has its end. @returns what has none */
async function closeMarket(stage: Stage, { payments }: Window, settleWithin: number): Promise<string[]> {
  await stage.freshen();
  const unanswered = await stage.load.market.finish(settleWithin);
  const left = await marketSettled(stage.rig, payments, settleWithin + EXPIRED_MS);
  await stage.settle();
  const told = unanswered.map(({ kind, why }) => `${kind} ${why}`);
  return [...complaint('what nobody at the market answers after the heal', told), ...left];
}

function unobserved(observations: readonly Observation[]): string[] {
  if (observations.length === 0) return ['the fault was not observed: nothing was looked at'];
  return observations
    .filter(({ value, least }) => !(value >= least))
    .map(({ what, value, least }) => `the fault was not observed: ${what} ${value}, at least ${least} wanted`);
}
