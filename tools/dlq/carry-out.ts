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
import { type Held, type Office } from './offices.js';
import { type Tried, untilTried } from './until-tried.js';

/** What came of it. */
export type Answer =
  | { readonly of: 'list'; readonly letters: readonly Held[]; readonly limit: number }
  | { readonly of: 'show'; readonly held: Held<DeadLetter> }
  | { readonly of: 'replay'; readonly asked: number; readonly tried: readonly Tried[] }
  | { readonly of: 'discard'; readonly held: Held<DeadLetter> };

/** Of `replay --all`, the outcome of so many is waited for. */
const WATCHED = 200;

/** @throws CannotOperate when a letter is unknown, or cannot be replayed or discarded */
export async function carryOut(command: Command, offices: readonly Office[]): Promise<Answer> {
  switch (command.verb) {
    case 'list':
      return { of: 'list', letters: await list(command, offices), limit: command.limit };
    case 'show':
      return { of: 'show', held: (await find(command.id, offices)).held };
    case 'replay':
      return replay(command.ids, offices);
    case 'replay all':
      return replayAll(command.filter, offices);
    case 'discard':
      return { of: 'discard', held: await discard(command, offices) };
  }
}

async function list({ filter, limit }: Extract<Command, { verb: 'list' }>, offices: readonly Office[]) {
  const found = await Promise.all(
    offices.map(async ({ service, kysely }) =>
      (await listDeadLetters(kysely, filter, limit)).map((letter) => ({ service, letter })),
    ),
  );
  return found.flat().sort((a, b) => b.letter.diedAt.getTime() - a.letter.diedAt.getTime());
}

async function replay(ids: readonly string[], offices: readonly Office[]): Promise<Answer> {
  const found = [];
  for (const id of ids) found.push(await find(id, offices));
  for (const { held, office } of found) {
    if (!(await replayDeadLetter(office.kysely, held.letter.id))) throw refusal(held, 'replayed');
  }
  return { of: 'replay', asked: ids.length, tried: await untilTried(found) };
}

async function replayAll(which: Omit<DeadLetterFilter, 'states'>, offices: readonly Office[]): Promise<Answer> {
  const filter = { states: ['dead', 'due'] as const, ...which };
  const found = [];
  let asked = 0;
  for (const office of offices) {
    const letters = await listDeadLetters(office.kysely, filter, WATCHED);
    asked += await replayDeadLetters(office.kysely, which);
    found.push(...letters.map((letter) => ({ held: { service: office.service, letter }, office })));
  }
  return { of: 'replay', asked, tried: await untilTried(found) };
}

async function discard({ id, reason }: Extract<Command, { verb: 'discard' }>, offices: readonly Office[]) {
  const { held, office } = await find(id, offices);
  if (!(await discardDeadLetter(office.kysely, id, reason))) throw refusal(held, 'discarded');
  return (await find(id, offices)).held;
}

async function find(id: string, offices: readonly Office[]): Promise<{ held: Held<DeadLetter>; office: Office }> {
  for (const office of offices) {
    const letter = await showDeadLetter(office.kysely, id);
    if (letter !== undefined) return { held: { service: office.service, letter }, office };
  }
  const names = offices.map(({ service }) => service).join(', ');
  throw new CannotOperate(`There is no dead letter ${id} in ${names}: \`npm run dlq -- list\` shows those that wait.`);
}

function refusal({ letter: { id, state } }: Held, done: 'replayed' | 'discarded'): CannotOperate {
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
