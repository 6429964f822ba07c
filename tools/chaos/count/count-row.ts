import { queryOnce } from '@jaki/testing/embedded';
import { type Operation, type Outcome } from '../load/journal.js';
import { type Rig } from '../rig/rig.js';
import { type Stage } from '../row.js';
import { countBy } from './complaint.js';
import { judgeDeadLetters } from './dead-letters-counted.js';
import { countEffects } from './effects-counted.js';
import { countMarket } from './market/market-counted.js';
import { judgeOperations, occurrencesOf } from './operations-counted.js';
import { judgeSessions } from './sessions-counted.js';
import { judgeStreams } from './streams-counted.js';
import { placeOf, readTopics, streams } from './topics.js';
import { isInWindow, type Window } from './window.js';

/** What was counted after a row, and what is wrong with it. */
export interface Count {
  readonly operations: Readonly<Record<Outcome, number>>;
  readonly effects: number;
  /** Records in the topics beyond the first of each event. */
  readonly copies: number;
  readonly complaints: readonly string[];
}

/** Compares what the journal says with what databases and topics hold. */
export async function countRow(
  rig: Rig,
  { operations, window, stage }: { operations: readonly Operation[]; window: Window; stage: Stage },
): Promise<Count> {
  const topics = await readTopics(rig);
  const all = streams.flatMap((stream) => topics.get(stream) ?? []);
  const dead = new Set(stage.deaths.map(({ place }) => place));
  const events = all.filter((event) => isInWindow(window, event) && !dead.has(placeOf(event)));
  const occurrences = await occurrencesOf(rig, { operations, events: all });
  const market = await countMarket(rig, stage.load.market, window.payments);
  for (const note of market.notes) stage.note(note);
  const keys = [...events.map(({ key }) => key), ...(await reportsOf(rig, operations)), ...market.keys];
  const touched = new Set(keys.filter((key) => !stage.forged.has(key)));
  const { effects, complaints } = await countEffects(rig, events);
  const outcomes = countBy(operations, ({ outcome }) => outcome);
  return {
    operations: { ok: outcomes.get('ok') ?? 0, fail: outcomes.get('fail') ?? 0, unknown: outcomes.get('unknown') ?? 0 },
    effects,
    copies: events.length - new Set(events.map(({ id }) => id)).size,
    complaints: [
      ...judgeOperations(operations, occurrences),
      ...market.complaints,
      ...(await judgeStreams(rig, all, touched)),
      ...complaints,
      ...(await judgeDeadLetters(rig, window, { expected: stage.deaths, topics })),
      ...(await judgeSessions(rig)),
    ],
  };
}

/** Reports that exist because of these operations, whether or not anything was announced of them. */
async function reportsOf(rig: Rig, operations: readonly Operation[]): Promise<string[]> {
  const ids = operations.map(({ id }) => id);
  const query = 'SELECT id::text FROM report WHERE description = ANY ($1)';
  return (await queryOnce<{ id: string }>(rig.databaseOf('reports'), query, [ids])).map(({ id }) => id);
}
