import { parseArgs } from 'node:util';
import { type DeadLetterFilter, type DeadLetterState } from '@jaki/messaging';

/** What the operator wants. */
export type Command =
  | { readonly verb: 'list'; readonly filter: DeadLetterFilter; readonly limit: number }
  | { readonly verb: 'show'; readonly id: string }
  | { readonly verb: 'replay'; readonly ids: readonly string[] }
  | { readonly verb: 'replay all'; readonly filter: Omit<DeadLetterFilter, 'states'> }
  | { readonly verb: 'discard'; readonly id: string; readonly reason: string };

/** Where, and in which form the answer is wanted. */
export interface Request {
  readonly command: Command;
  readonly service?: string | undefined;
  readonly database?: string | undefined;
  readonly json: boolean;
}

/** The request cannot be carried out. The message is for the person at the terminal. */
export class CannotOperate extends Error {
  override readonly name = 'CannotOperate';
}

export const USAGE = `Dead letters: messages that a service could not handle.

  npm run dlq -- list [--state dead|due|parked|replayed|discarded] [--type EVENT_TYPE] [--handler NAME] [--limit 50]
  npm run dlq -- show ID
  npm run dlq -- replay ID…                      tried again at once, by the service itself
  npm run dlq -- replay --all [--type EVENT_TYPE] [--handler NAME]
  npm run dlq -- discard ID --reason 'WHY'       for good; the message and the reason are kept

  --service reports|notifications|…   default: all services of the platform that runs here
  --database postgres://…             one service's database, for a platform that runs elsewhere
  --json                              for programs`;

const STATES: readonly DeadLetterState[] = ['dead', 'due', 'parked', 'replayed', 'discarded'];
const WAITING: readonly DeadLetterState[] = ['dead', 'due', 'parked'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws CannotOperate that says what is missing */
export function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parse(args);
  const { service, database, json = false } = values;
  return { command: commandOf(positionals, values), service, database, json };
}

type Values = ReturnType<typeof parse>['values'];

function commandOf([verb, ...ids]: readonly string[], values: Values): Command {
  switch (verb) {
    case 'list':
      return { verb, filter: filterOf(values), limit: limitOf(values.limit ?? '50') };
    case 'show':
      return { verb, id: onlyOne(ids) };
    case 'replay':
      if (values.all && ids.length > 0) throw new CannotOperate('Replay either --all or the ids that you name.');
      return values.all ? { verb: 'replay all', filter: narrowed(values) } : { verb, ids: atLeastOne(ids) };
    case 'discard':
      if (!values.reason?.trim()) throw new CannotOperate("Say why: npm run dlq -- discard ID --reason 'WHY'.");
      return { verb, id: onlyOne(ids), reason: values.reason };
    default:
      throw new CannotOperate(USAGE);
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const where = { service: text, database: text, json: flag };
  const which = { state: text, type: text, handler: text, limit: text, all: flag, reason: text };
  try {
    return parseArgs({ args: [...args], options: { ...where, ...which }, allowPositionals: true });
  } catch (cause) {
    throw new CannotOperate(`${(cause as Error).message}\n\n${USAGE}`, { cause });
  }
}

function narrowed({ type, handler }: Values): Omit<DeadLetterFilter, 'states'> {
  return { ...(type !== undefined && { type }), ...(handler !== undefined && { handler }) };
}

function filterOf(values: Values): DeadLetterFilter {
  const { state } = values;
  const known = STATES.find((candidate) => candidate === state);
  if (state !== undefined && known === undefined) {
    throw new CannotOperate(`There is no state ${state}: choose one of ${STATES.join(', ')}.`);
  }
  return { states: known === undefined ? WAITING : [known], ...narrowed(values) };
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) {
    throw new CannotOperate('--limit is a number from 1 to 10000.');
  }
  return limit;
}

function onlyOne(ids: readonly string[]): string {
  const [id, ...more] = atLeastOne(ids);
  if (id === undefined || more.length > 0) throw new CannotOperate('Name one id only.');
  return id;
}

function atLeastOne(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) throw new CannotOperate('Name the id of a dead letter: `npm run dlq -- list` shows them.');
  const wrong = ids.find((id) => !UUID.test(id));
  if (wrong === undefined) return ids;
  throw new CannotOperate(`${wrong} is no id of a dead letter: copy one from \`npm run dlq -- list\`.`);
}
