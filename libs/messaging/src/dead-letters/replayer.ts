import { Logger } from '@nestjs/common';
import { type ExpressionBuilder, sql } from 'kysely';
import { attempt, type AttemptDependencies, type Task } from '../consumer/attempt.js';
import { type Claim, claimDead } from '../consumer/inbox.js';
import { readEvent } from '../consumer/read-event.js';
import { decide, reasonOf } from '../consumer/retry-policy.js';
import { type NamedSubscription } from '../consumer/subscriptions.js';
import { type AnyTransaction } from '../database.js';
import { type DB } from '../generated/db.js';
import { pause, within } from '../pause.js';
import { type DeadLetterBox } from './dead-letter-box.js';
import { inMilliseconds } from './letter.js';
import { isFirst, park } from './order.js';
import { settle, take } from './settling.js';
import { restoreMessage, type StoredLetter } from './stored-message.js';

/** Somebody who replays a letter waits that long; a shorter look would be a part of what an idle service costs. */
const LOOK_MS = 2_000;
/** After an outage, or when others were in its way, a letter comes back by itself; other letters go first meanwhile. */
const OUTAGE_MS = 10_000;
const NONE: ReadonlySet<string> = new Set();

/** Whoever tries a letter has it for so long; a handler that takes longer holds its row. */
const TRYING_MS = 10_000;

/** Tries dead letters again whose time has come, one after the other. Any number of instances may run it. */
export class Replayer {
  readonly #log = new Logger('DeadLetters');
  readonly #stop = new AbortController();
  /** How often each letter had to wait because others were in its way. */
  readonly #pauses = new Map<string, number>();
  /** Which types each handler's name stands for. */
  readonly #typesOf = new Map<string, string[]>();
  #running: Promise<void> | undefined;

  constructor(
    private readonly deps: AttemptDependencies,
    private readonly box: DeadLetterBox,
  ) {
    const all = [...deps.subscriptions.values()].flat();
    for (const [consumer, own] of Map.groupBy(all, (each) => each.consumer)) {
      this.#typesOf.set(
        consumer,
        own.map(({ declaration }) => declaration.type),
      );
    }
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Finishes the attempt of now, in at most that long. A letter that is left comes back in `TRYING_MS`. */
  async stop(withinMs: number): Promise<void> {
    this.#stop.abort();
    await within(this.#running ?? Promise.resolve(), withinMs);
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      // A database that is away is the pipeline's business to report; here it only means to look again later.
      const letter = await this.#nextDue().catch(() => undefined);
      if (letter === undefined) await pause(LOOK_MS, this.#stop.signal);
      else await this.#replay(letter).catch((error: unknown) => this.#log.debug(`replay: ${String(error)}`));
    }
  }

  /**
   * Puts its time off meanwhile, so that no other instance tries it as well: neither now nor in the moment between a
   * failure and its being noted down. Should this one die, another tries it then. A handler or type that is not known
   * here is left alone: an instance of another release, before or after this one, has the handler that it waits for.
   */
  async #nextDue(): Promise<StoredLetter | undefined> {
    const { db } = this.deps;
    const next = db
      .selectFrom('messaging.dead_letter')
      .select('id')
      .where('state', '=', 'due')
      .where('due_at', '<=', sql<Date>`clock_timestamp()`)
      .where('consumer', 'in', [...this.#typesOf.keys()])
      .where((letter) => letter.or([...this.#typesOf].map((known) => isKnown(letter, known))))
      .orderBy('due_at')
      .limit(1)
      .forUpdate()
      .skipLocked();
    return db
      .updateTable('messaging.dead_letter')
      .set({ due_at: inMilliseconds(TRYING_MS) })
      .where('id', '=', (letter) => letter.selectFrom(next.as('next')).select('next.id'))
      .returningAll()
      .executeTakeFirst();
  }

  /** As often as the policy gives a message at once: letters that had their attempts are tried once. */
  async #replay(letter: StoredLetter): Promise<void> {
    const finish = (tx: AnyTransaction) => settle(tx, letter, 'replayed');
    for (let number = letter.attempts + 1; ; number++) {
      try {
        const task = this.#taskOf(letter);
        if (task === undefined) await this.#handOver(letter);
        else await attempt(this.deps, task, { number, claim: this.#claimOf(letter, task.subscription), finish });
        this.#pauses.delete(letter.id);
        return;
      } catch (error) {
        if (await this.#afterFailure(letter, error, number)) return;
      }
    }
  }

  /** Returns false when it is to be tried again at once. */
  async #afterFailure(letter: StoredLetter, error: unknown, attempts: number): Promise<boolean> {
    const reason = reasonOf(error);
    const pauses = this.#pauses.get(letter.id) ?? 0;
    const next = decide(reason, { attempts, pauses });
    if (next === 'again') return this.#stop.signal.aborted;
    if (next === 'dead-letter') {
      this.#pauses.delete(letter.id);
      await this.box.reschedule(letter, error, { reason, attempts });
      return true;
    }
    if (reason === 'contention') this.#pauses.set(letter.id, pauses + 1);
    await this.#postpone(letter, error);
    return true;
  }

  /** Undefined when its handler does not act on what stands in it. */
  #taskOf(letter: StoredLetter): Task | undefined {
    const message = restoreMessage(letter);
    const read = readEvent(message, this.deps.subscriptions);
    const subscription = read?.subscriptions.find(({ consumer }) => consumer === letter.consumer);
    return read && subscription && { subscription, event: read.event, message };
  }

  #claimOf(letter: StoredLetter, { consumer, ordered }: NamedSubscription): Claim {
    return async (tx, eventIds) => {
      if (!(await take(tx, letter.id))) return NONE;
      if (ordered && !(await isFirst(tx, letter))) {
        await park(tx, letter);
        return NONE;
      }
      const claimed = await claimDead(consumer)(tx, eventIds);
      // Its event had its effect by another message.
      if (claimed.size === 0) await settle(tx, letter, 'replayed');
      return claimed;
    };
  }

  /** Its type stands within the message, and nobody here handles it: a person is to say what becomes of it. */
  async #handOver(letter: StoredLetter): Promise<void> {
    const error = new Error('its handler does not act on its type');
    await this.box.reschedule(letter, error, { reason: 'poison', attempts: letter.attempts });
  }

  async #postpone({ id }: StoredLetter, error: unknown): Promise<void> {
    await this.deps.db
      .updateTable('messaging.dead_letter')
      .set({ due_at: inMilliseconds(OUTAGE_MS) })
      .where('id', '=', id)
      .where('state', '=', 'due')
      .execute();
    this.#log.warn(`dead letter ${id} waits, through no fault of its own: ${String(error)}`);
  }
}

/** A letter whose type is not known may be of any. */
function isKnown(letter: ExpressionBuilder<DB, 'messaging.dead_letter'>, [consumer, types]: [string, string[]]) {
  const ofType = letter.or([letter('type', 'is', null), letter('type', 'in', types)]);
  return letter.and([letter('consumer', '=', consumer), ofType]);
}
