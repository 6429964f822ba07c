import { Logger } from '@nestjs/common';
import { type Kysely, sql } from 'kysely';
import { attempt, type AttemptDependencies } from '../consumer/attempt.js';
import { type Claim, claimDead } from '../consumer/inbox.js';
import { reasonOf } from '../consumer/retry-policy.js';
import { messagingTablesIn } from '../database.js';
import { type DB } from '../generated/db.js';
import { pause } from '../pause.js';
import { describe } from './dead-letter-box.js';
import { restoreMessage } from './stored-message.js';

/** Somebody who replays a letter waits that long; a shorter look would be a part of what an idle service costs. */
const LOOK_MS = 2_000;

/** Tries dead letters again that somebody asked for. Any number of instances may run it. */
export class Replayer {
  readonly #log = new Logger('DeadLetters');
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly consumer: string,
    private readonly deps: AttemptDependencies,
  ) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      // A database that is away is the pipeline's business to report; here it only means to look again later.
      const replayed = await this.#replayNext().catch(() => false);
      if (!replayed) await pause(LOOK_MS, this.#stop.signal);
    }
  }

  /** True when there was one to try. */
  async #replayNext(): Promise<boolean> {
    const letter = await this.deps.db
      .selectFrom('messaging.dead_letter')
      .selectAll()
      .where('consumer', '=', this.consumer)
      .where('state', '=', 'due')
      .where('due_at', '<=', sql<Date>`clock_timestamp()`)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst();
    if (letter === undefined) return false;
    const number = letter.attempts + 1;
    const claim: Claim = async (tx, eventId) =>
      (await settle(messagingTablesIn(tx), letter.id)) && claimDead(this.consumer)(tx, eventId);
    try {
      await attempt(this.deps, restoreMessage(letter), { number, claim });
      // Nobody subscribes to its type any more: then no claim was made, and nothing is left to do.
      await settle(this.deps.db, letter.id);
    } catch (error) {
      await this.#putBack(letter.id, number, error);
    }
    return true;
  }

  async #putBack(id: string, attempts: number, error: unknown): Promise<void> {
    if (reasonOf(error) === 'outage') throw error;
    const { name, text } = describe(error);
    this.#log.warn(`dead letter ${id} failed again: ${text}`);
    const failed = { state: 'dead', due_at: null, attempts, error_class: name, error_text: text };
    await this.deps.db
      .updateTable('messaging.dead_letter')
      .set(failed)
      .where('id', '=', id)
      .where('state', '=', 'due')
      .execute();
  }
}

/** Ends a letter's wait, together with its effect. False when another instance was faster. */
async function settle(db: Kysely<DB>, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('messaging.dead_letter')
    .set({ state: 'replayed', due_at: null })
    .where('id', '=', id)
    .where('state', '=', 'due')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
