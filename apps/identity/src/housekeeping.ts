import { sql } from 'kysely';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { type DB } from './generated/db.js';

const EVERY_MS = 10 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes what is of no more use: codes of yesterday, expired sessions. It may run on all instances, or miss a turn. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(Housekeeping.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database<DB>,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.tidy().catch((error: unknown) => {
        this.#log.warn({ err: error }, 'tidying up failed; it is tried again later');
      });
    }, EVERY_MS);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async tidy(): Promise<void> {
    const yesterday = new Date(this.clock.now().getTime() - DAY_MS);
    await sql`DELETE FROM otp_challenge WHERE created_at < ${yesterday}`.execute(this.db.kysely);
    await sql`DELETE FROM oidc_artifact WHERE expires_at < ${yesterday}`.execute(this.db.kysely);
  }
}
