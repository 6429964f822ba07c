import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const EVERY = 10 * 60_000;

/** Something that grows is swept now and then. Nothing depends on when, and any number of instances may do it. */
export abstract class Sweep implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger(this.constructor.name);
  #timer: NodeJS.Timeout | undefined;

  protected abstract sweep(): Promise<unknown>;

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#try(), EVERY).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async #try(): Promise<void> {
    try {
      await this.sweep();
    } catch (err) {
      this.#log.warn({ err }, 'what is to be swept stays until the next time');
    }
  }
}
