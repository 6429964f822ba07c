import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from './database.js';
import { forgetOldKeys } from './idempotency.js';

const EVERY = 10 * 60_000;

/** Sweeps old idempotency keys now and then. Nothing depends on when, and any number of instances may do it. */
@Injectable()
export class ForgetOldKeys implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger(ForgetOldKeys.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: Database) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#sweep(), EVERY).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async #sweep(): Promise<void> {
    try {
      await forgetOldKeys(this.db.kysely);
    } catch (err) {
      this.#log.warn({ err }, 'old idempotency keys stay until the next sweep');
    }
  }
}
