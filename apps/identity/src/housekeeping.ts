import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '@jaki/kernel';
import { Database, Job } from '@jaki/platform';
import { type DB } from './generated/db.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes what is of no more use: codes of yesterday, expired sessions. */
@Injectable()
export class Housekeeping {
  constructor(
    private readonly db: Database<DB>,
    private readonly clock: Clock,
  ) {}

  @Job({ name: 'tidy', cron: '*/10 * * * *' })
  async tidy(): Promise<void> {
    const yesterday = new Date(this.clock.now().getTime() - DAY_MS);
    await sql`DELETE FROM otp_challenge WHERE created_at < ${yesterday}`.execute(this.db.kysely);
    await sql`DELETE FROM oidc_artifact WHERE expires_at < ${yesterday}`.execute(this.db.kysely);
  }
}
