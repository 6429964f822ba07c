import { setTimeout as sleep } from 'node:timers/promises';
import { type Addresses } from '../../../dev/addresses.js';
import { type Random } from '../../random.js';
import { type Journal, type Operation } from '../journal.js';
import { type Answer, send, type Sending } from '../operations.js';
import { type Actor, type People } from '../people.js';
import { pathOf, type Wish } from './wish.js';

export interface DeskSurroundings {
  readonly addresses: Addresses;
  readonly people: People;
  readonly journal: Journal;
  readonly random: Random;
  /** Of its own: what is done at the market is judged by other rules than reports. */
  readonly run: number;
}

const TRIES = 3;
const RETRY_AFTER_MS = 400;
const QUESTION_MS = 8_000;

/** Where everything that is asked of the marketplace goes through, journalled, and sent again with its key. */
export class Desk {
  /** Milliseconds until an answer counts as lost. */
  patience = 15_000;
  /** Whether nothing is begun any more. */
  isClosing = false;
  readonly #sendings = new Map<Operation, Sending>();
  readonly #last = new Map<Operation, Answer['outcome']>();
  #count = 0;

  constructor(private readonly of: DeskSurroundings) {}

  get operations(): Operation[] {
    return this.of.journal.of(this.of.run);
  }

  get addresses(): Addresses {
    return this.of.addresses;
  }

  get random(): Random {
    return this.of.random;
  }

  /** Sends it, and again with the same key as long as nobody answers; gives up after a while, as people do. */
  async do(wish: Wish): Promise<Operation> {
    const operation = this.prepare(wish);
    for (let tries = 1; tries <= TRIES && !this.isClosing; tries += 1) {
      if ((await this.again(operation)).outcome !== 'unknown') break;
      await sleep(RETRY_AFTER_MS * tries);
    }
    return operation;
  }

  /** An operation that was not sent yet. */
  prepare(wish: Wish): Operation {
    const { run, random, addresses } = this.of;
    const { kind, who: actor, on, body } = wish;
    const id = `market ${run}.${++this.#count} ${random.between(0, 0xffffffff).toString(16)}`;
    const now = Date.now();
    const fresh = { outcome: 'unknown', why: 'not sent', tries: 0, taken: false, began: now, ended: now } as const;
    const operation: Operation = { id, run, kind, key: id.replaceAll(' ', '-'), aggregateId: on, ...fresh };
    const url = `${addresses.of('marketplace')}${pathOf(wish)}`;
    this.#sendings.set(operation, { actor, url, body: body?.(id) ?? {} });
    return operation;
  }

  /** One try: same body, same key. */
  async again(operation: Operation): Promise<Answer> {
    const { people, journal } = this.of;
    const sending = this.#sendings.get(operation);
    if (sending === undefined) throw new Error(`${operation.id} is not of this desk`);
    await journal.intend(operation);
    const token = people.tokenOf(sending.actor);
    const answer = await send(sending, { token, key: operation.key, patience: this.patience });
    await journal.settle(operation, answer);
    this.#last.set(operation, answer.outcome);
    return answer;
  }

  /** Looks at something; undefined when it is not shown, or nobody answers. */
  async ask<Answered>(who: Actor, path: string): Promise<Answered | undefined> {
    const headers = { authorization: `Bearer ${this.of.people.tokenOf(who)}` };
    const signal = AbortSignal.timeout(QUESTION_MS);
    try {
      const reply = await fetch(`${this.of.addresses.of('marketplace')}/v1/${path}`, { headers, signal });
      const text = await reply.text();
      return reply.ok ? (JSON.parse(text) as Answered) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Asks on until everything is answered: then there is no doubt left. @returns what nobody answers all the same */
  async finish(within: number): Promise<readonly Operation[]> {
    const until = Date.now() + within;
    const open = () => this.operations.filter((operation) => this.#last.get(operation) === 'unknown');
    while (open().length > 0 && Date.now() < until) {
      for (const operation of open()) await this.again(operation);
      if (open().length > 0) await sleep(RETRY_AFTER_MS);
    }
    return open();
  }
}
