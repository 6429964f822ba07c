import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { CityData } from '@jaki/regions';
import { SmsGateway } from './sms-gateway.js';
import { type DueMessage, SmsQueue } from './sms-queue.js';

type Message = Parameters<SmsQueue['add']>[1];
type CodeMessage = Omit<Message, 'text'> & { readonly code: string };

const POLL_MS = 1_000;
const BATCH = 10;

/** Empties the queue: at once when woken after a commit, and every second for what a crash or a failure left over. */
@Injectable()
export class SmsDelivery implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(SmsDelivery.name);
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(
    private readonly queue: SmsQueue,
    private readonly gateway: SmsGateway,
    private readonly city: CityData,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.wake();
    }, POLL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Has a one-time code sent, in the city's words, with the change that causes it; call `wake` after the commit. */
  addCode(tx: Parameters<SmsQueue['add']>[0], { to, code, expiresAt }: CodeMessage): Promise<void> {
    const text = this.city.loginText.replace('{code}', code);
    return this.queue.add(tx, { to, text, expiresAt });
  }

  /** Returns at once; nobody who asked for a code waits for the gateway. */
  wake(): void {
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      // Woken between the last look and here.
      if (this.#again) this.wake();
    });
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      try {
        await this.queue.forgetExpired();
        const due = await this.queue.takeDue(BATCH);
        await Promise.all(due.map((message) => this.#send(message)));
        this.#again ||= due.length === BATCH;
      } catch (error) {
        this.#log.error({ err: error }, 'the SMS queue could not be read');
      }
    }
  }

  async #send(message: DueMessage): Promise<void> {
    try {
      await this.gateway.send(message);
    } catch (error) {
      this.#log.warn({ err: error, attempt: message.attempts }, 'a text message was not taken by the gateway');
      return this.queue.postpone(message);
    }
    await this.queue.forget(message.id);
  }
}
