import { call } from '../demo/caller.js';
import { endWithProgram } from '../dev/throw-away.js';
import { UndoStack } from '../dev/undo-stack.js';
import { Journal } from './load/journal.js';
import { Desk } from './load/market/desk.js';
import { openStall, type Stall } from './load/market/stalls.js';
import { People, sellers } from './load/people.js';
import { Random } from './random.js';
import { Rig } from './rig/rig.js';
import { type Ground } from './run-row.js';

/** The agency for waste: no report of ours is routed to it, so its name may change at any time. */
const RENAMED = 'waste';

export interface OpenGround extends Ground {
  stop(): Promise<void>;
}

/** Starts a rig with people logged in and an empty journal. A signal to this program takes it down too. */
export async function openGround(options: {
  readonly seed: number;
  readonly short: boolean;
  readonly say: (line: string) => void;
}): Promise<OpenGround> {
  const { seed, short } = options;
  const undo = new UndoStack();
  const forgetSignals = endWithProgram(() => undo.unwind());
  const stop = () => undo.unwind().finally(forgetSignals);
  try {
    const rig = await Rig.start(undo, options.say);
    const journal = await Journal.open(rig.journalFile);
    undo.push(() => journal.close());
    const people = new People(rig.addresses);
    await people.logIn();
    const random = new Random(seed);
    const desk = new Desk({ addresses: rig.addresses, people, journal, random, run: journal.nextRun() });
    const stalls = await openStalls(desk);
    return { rig, people, journal, renamed: await idOfRenamed(rig), stalls, seed, short, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function idOfRenamed({ addresses }: Rig): Promise<string> {
  const url = `${addresses.of('identity')}/v1/organisations?kind=agency&category=${RENAMED}`;
  const { items } = await call<{ items: { id: string }[] }>({ url, method: 'GET' });
  if (!items[0]) throw new Error(`the example data have no agency for ${RENAMED}`);
  return items[0].id;
}

/** One for each seller, verified and with a code: what a business goes through once in its life. */
async function openStalls(desk: Desk): Promise<Stall[]> {
  const stalls: Stall[] = [];
  for (const seller of sellers) {
    const stall = await openStall(desk, seller);
    if (stall === undefined) throw new Error(`no stall for ${seller}: ${desk.operations.at(-1)?.why ?? ''}`);
    stalls.push(stall);
  }
  return stalls;
}
