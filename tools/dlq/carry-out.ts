import {
  type DeadLetter,
  type DeadLetterFilter,
  discardDeadLetter,
  listDeadLetters,
  replayDeadLetter,
  replayDeadLetters,
  showDeadLetter,
} from '@jaki/messaging';
import { CannotOperate, type Command } from './command.js';
import { type LetterAt, type ServiceDatabase } from './service-databases.js';
import { type Tried, untilTried } from './until-tried.js';

/** What came of it. */
export type Answer =
  | { readonly of: 'list'; readonly letters: readonly LetterAt[]; readonly limit: number }
  | { readonly of: 'show'; readonly at: LetterAt<DeadLetter> }
  | { readonly of: 'replay'; readonly asked: number; readonly tried: readonly Tried[] }
  | { readonly of: 'discard'; readonly at: LetterAt<DeadLetter> };

/** Of `replay --all`, the outcome of so many is waited for. */
const WATCHED = 200;

/** @throws CannotOperate when a letter is unknown, or cannot be replayed or discarded */
export async function carryOut(command: Command, databases: readonly ServiceDatabase[]): Promise<Answer> {
  switch (command.verb) {
    case 'list':
      return { of: 'list', letters: await list(command, databases), limit: command.limit };
    case 'show':
      return { of: 'show', at: (await find(command.id, databases)).at };
    case 'replay':
      return replay(command.ids, databases);
    case 'replay all':
      return replayAll(command.filter, databases);
    case 'discard':
      return { of: 'discard', at: await discard(command, databases) };
  }
}

async function list({ filter, limit }: Extract<Command, { verb: 'list' }>, databases: readonly ServiceDatabase[]) {
  const found = await Promise.all(
    databases.map(async ({ service, kysely }) =>
      (await listDeadLetters(kysely, filter, limit)).map((letter) => ({ service, letter })),
    ),
  );
  return found.flat().sort((a, b) => b.letter.diedAt.getTime() - a.letter.diedAt.getTime());
}

async function replay(ids: readonly string[], databases: readonly ServiceDatabase[]): Promise<Answer> {
  const found = [];
  for (const id of ids) found.push(await find(id, databases));
  for (const { at, database } of found) {
    if (!(await replayDeadLetter(database.kysely, at.letter.id))) throw refusal(at, 'replayed');
  }
  return { of: 'replay', asked: ids.length, tried: await untilTried(found) };
}

async function replayAll(
  which: Omit<DeadLetterFilter, 'states'>,
  databases: readonly ServiceDatabase[],
): Promise<Answer> {
  const filter = { states: ['dead', 'due'] as const, ...which };
  const found = [];
  let asked = 0;
  for (const database of databases) {
    const letters = await listDeadLetters(database.kysely, filter, WATCHED);
    asked += await replayDeadLetters(database.kysely, which);
    found.push(...letters.map((letter) => ({ at: { service: database.service, letter }, database })));
  }
  return { of: 'replay', asked, tried: await untilTried(found) };
}

async function discard({ id, reason }: Extract<Command, { verb: 'discard' }>, databases: readonly ServiceDatabase[]) {
  const { at, database } = await find(id, databases);
  if (!(await discardDeadLetter(database.kysely, id, reason))) throw refusal(at, 'discarded');
  return (await find(id, databases)).at;
}

async function find(
  id: string,
  databases: readonly ServiceDatabase[],
): Promise<{ at: LetterAt<DeadLetter>; database: ServiceDatabase }> {
  for (const database of databases) {
    const letter = await showDeadLetter(database.kysely, id);
    if (letter !== undefined) return { at: { service: database.service, letter }, database };
  }
  const names = databases.map(({ service }) => service).join(', ');
  throw new CannotOperate(`There is no dead letter ${id} in ${names}: \`npm run dlq -- list\` shows those that wait.`);
}

function refusal({ letter: { id, state } }: LetterAt, done: 'replayed' | 'discarded'): CannotOperate {
  if (state === 'parked') {
    return new CannotOperate(
      `${id} is parked behind an earlier letter of its key, and follows by itself: replay or discard that one.`,
    );
  }
  if (state === 'dead' || state === 'due') {
    return new CannotOperate(`${id} is being tried at this moment: look again with \`npm run dlq -- show ${id}\`.`);
  }
  return new CannotOperate(`${id} was ${state} already, so it cannot be ${done}.`);
}
