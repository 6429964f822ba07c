import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RateLimits } from './rate-limits.js';

const EVERY = 10 * 60_000;

/** Forgets now and then whose quota is whole again. Nothing depends on when, and any number of instances may do it. */
@Injectable()
export class ForgetFullQuotas implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger(ForgetFullQuotas.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly limits: RateLimits) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#sweep(), EVERY).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async #sweep(): Promise<void> {
    try {
      await this.limits.forgetFull();
    } catch (err) {
      this.#log.warn({ err }, 'whole quotas stay until the next sweep');
    }
  }
}
