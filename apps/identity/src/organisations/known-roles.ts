import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { isRole } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { type DB } from '../generated/db.js';

/** Stops a start on memberships that grant a role which no service knows: their members would act without it, unexplained. */
@Injectable()
export class KnownRoles implements OnModuleInit {
  constructor(private readonly db: Database<DB>) {}

  async onModuleInit(): Promise<void> {
    const { rows } = await sql<{ role: string }>`SELECT DISTINCT unnest(roles) AS role FROM membership`.execute(
      this.db.kysely,
    );
    const unknown = rows.map(({ role }) => role).filter((role) => !isRole(role));
    if (unknown.length > 0) throw new Error(`Memberships grant roles that no service knows: ${unknown.join(', ')}.`);
  }
}
