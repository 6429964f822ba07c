import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ForgetOldNotices } from './forget-old-notices.js';

const HOUR = 60 * 60 * 1000;

/** Looks for old notices every hour. A missed hour is made up by the next one, so a timer in memory is enough. */
@Injectable()
export class ForgetHourly implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger(ForgetHourly.name);
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly forget: ForgetOldNotices) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#running = this.#once();
    }, HOUR).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #once(): Promise<void> {
    await this.forget.execute().catch((error: unknown) => {
      this.#log.error('old notices could not be deleted; next try in an hour', error);
    });
  }
}
