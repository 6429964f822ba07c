import { setTimeout as sleep } from 'node:timers/promises';
import { type DeadLetter, type DeadLetterSummary, showDeadLetter } from '@jaki/messaging';
import { type LetterAt, type ServiceDatabase } from './service-databases.js';

/** A running service looks every two seconds. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 200;

/** A letter that somebody has just asked to be tried, as it was before. */
export interface Asked {
  readonly at: LetterAt;
  readonly database: ServiceDatabase;
}

/** How a letter stands, and whether it has been tried since. */
export interface Tried extends LetterAt<DeadLetter> {
  readonly tried: boolean;
}

/** Waits until the services have tried the letters, at most that long. */
export async function untilTried(asked: readonly Asked[]): Promise<Tried[]> {
  const deadline = Date.now() + PATIENCE_MS;
  const tried = [];
  for (const { at, database } of asked) {
    let letter = await showDeadLetter(database.kysely, at.letter.id);
    while (letter !== undefined && stillWaits(letter, at.letter) && Date.now() < deadline) {
      await sleep(LOOK_MS);
      letter = await showDeadLetter(database.kysely, at.letter.id);
    }
    if (letter !== undefined) tried.push({ service: at.service, letter, tried: !stillWaits(letter, at.letter) });
  }
  return tried;
}

/** Asked for, and not tried since. */
function stillWaits(now: DeadLetterSummary, before: DeadLetterSummary): boolean {
  return now.state === 'due' && now.attempts === before.attempts;
}
