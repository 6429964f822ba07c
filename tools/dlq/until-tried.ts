import { setTimeout as sleep } from 'node:timers/promises';
import { type DeadLetter, type DeadLetterSummary, showDeadLetter } from '@jaki/messaging';
import { type Held, type Office } from './offices.js';

/** A running service looks every two seconds. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 200;

/** A letter that somebody has just asked to be tried, as it was before. */
export interface Asked {
  readonly held: Held;
  readonly office: Office;
}

/** How a letter stands, and whether it has been tried since. */
export interface Tried extends Held<DeadLetter> {
  readonly tried: boolean;
}

/** Waits until the services have tried the letters, at most that long. */
export async function untilTried(asked: readonly Asked[]): Promise<Tried[]> {
  const deadline = Date.now() + PATIENCE_MS;
  const tried = [];
  for (const { held, office } of asked) {
    let letter = await showDeadLetter(office.kysely, held.letter.id);
    while (letter !== undefined && stillWaits(letter, held.letter) && Date.now() < deadline) {
      await sleep(LOOK_MS);
      letter = await showDeadLetter(office.kysely, held.letter.id);
    }
    if (letter !== undefined) tried.push({ service: held.service, letter, tried: !stillWaits(letter, held.letter) });
  }
  return tried;
}

/** Asked for, and not tried since. */
function stillWaits(now: DeadLetterSummary, before: DeadLetterSummary): boolean {
  return now.state === 'due' && now.attempts === before.attempts;
}
