import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { callbackOf } from './callback-body.js';
import { type Charge } from './charge.js';
import { type Change } from './charge-book.js';
import { Refusal } from './refusal.js';

export interface CallbackOptions {
  readonly serverKey: string;
  /** Milliseconds before each further attempt. */
  readonly retryAfter: readonly number[];
  /** Milliseconds that an attempt may take. */
  readonly timeout: number;
  readonly print: (line: string) => void;
}

interface Callback {
  /** As it is printed. */
  readonly name: string;
  readonly url: string;
  readonly body: string;
}

/** Tells merchants of changes: those of one charge one after the other, each until it is taken or given up. */
export class Callbacks {
  private readonly stopped = new AbortController();
  private readonly queues = new Map<string, Promise<void>>();
  /** Of each charge, and gone with it. */
  private readonly last = new WeakMap<Charge, Callback>();

  constructor(private readonly options: CallbackOptions) {
    // Every delivery under way listens, and there is no leak in that.
    setMaxListeners(0, this.stopped.signal);
  }

  send(change: Change): void {
    const { charge, status } = change;
    const name = `${status} of ${charge.orderId}`;
    const body = JSON.stringify(callbackOf(change, this.options.serverKey));
    const callback = { name, url: charge.callbackUrl, body };
    this.last.set(charge, callback);
    this.enqueue(charge.orderId, callback);
  }

  /** Sends a charge's last one again, as it was: merchants are told twice, too. @throws Refusal 409 when there is none */
  sendAgain(charge: Charge): void {
    const callback = this.last.get(charge);
    if (callback === undefined) throw new Refusal(409, 'there was no callback of this order yet');
    this.enqueue(charge.orderId, callback);
  }

  /** Breaks off what is under way. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all(this.queues.values());
  }

  private enqueue(orderId: string, callback: Callback): void {
    const before = this.queues.get(orderId) ?? Promise.resolve();
    const queue = before.then(() => this.deliver(callback)).catch(() => undefined);
    this.queues.set(orderId, queue);
    void queue.then(() => {
      if (this.queues.get(orderId) === queue) this.queues.delete(orderId);
    });
  }

  private async deliver({ name, url, body }: Callback): Promise<void> {
    const { signal } = this.stopped;
    for (const wait of [0, ...this.options.retryAfter]) {
      if (wait > 0) await sleep(wait, undefined, { signal });
      signal.throwIfAborted();
      const answer = await this.attempt(url, body);
      this.options.print(`callback, ${name}: ${answer.said}`);
      if (answer.taken) return;
    }
    this.options.print(`callback, ${name}: given up`);
  }

  private async attempt(url: string, body: string): Promise<{ taken: boolean; said: string }> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        // A connection of its own each time: none is left open to keep a stopped test or server waiting.
        headers: { 'content-type': 'application/json', connection: 'close' },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([this.stopped.signal, AbortSignal.timeout(this.options.timeout)]),
      });
      // The status is the answer, whatever becomes of the rest.
      await response.body?.cancel().catch(() => undefined);
      return { taken: response.ok, said: String(response.status) };
    } catch (error) {
      return { taken: false, said: error instanceof Error ? error.message : 'no answer' };
    }
  }
}
