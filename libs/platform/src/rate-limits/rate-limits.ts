import { Injectable } from '@nestjs/common';
import { CompiledQuery, sql } from 'kysely';
import { type Role } from '@jaki/kernel';
import { type AnyKysely } from '@jaki/messaging';
import { type PlatformConfig } from '../config/platform-config.js';
import { Database } from '../data/database.js';
import { platformTables } from '../data/tables.js';
import { overrideQuotas, type Quota, quotaFor, type RateLimit } from './rate-limit.js';
import { type Standing, standingOf } from './standing.js';

// A bucket as one moment: when it is full again. One statement counts, on all instances, by the clock of PostgreSQL.
const TAKE = `insert into platform.rate_limit as held (name, caller, full_at)
  values ($1, $2, clock_timestamp() + make_interval(secs => $3::float8))
  on conflict (name, caller) do update
  set full_at = greatest(held.full_at, clock_timestamp()) + make_interval(secs => $3::float8)
  where greatest(held.full_at, clock_timestamp()) + make_interval(secs => $3::float8)
    <= clock_timestamp() + make_interval(secs => $4::float8)
  returning extract(epoch from full_at - clock_timestamp())::float8 as debt`;
const LOOK = `select extract(epoch from full_at - clock_timestamp())::float8 as debt from platform.rate_limit
  where name = $1 and caller = $2`;

/** Counts what callers do, in the service's database, so that all its instances count together. */
@Injectable()
export class RateLimits {
  readonly #settings: readonly string[];

  constructor(
    private readonly db: Database,
    { RATE_LIMITS }: Pick<PlatformConfig, 'RATE_LIMITS'>,
  ) {
    this.#settings = RATE_LIMITS;
  }

  /**
   * Takes one of the caller's quota. What is refused takes nothing, so that who keeps asking is not shut out for ever.
   *
   * @param who `caller` is the person's id in this service, or whatever else is to be counted
   * @param db a transaction, when what is counted may still be rolled back and is then not to count
   * @returns undefined when limits are switched off
   */
  async take(
    limit: RateLimit,
    who: { caller: string; roles: readonly Role[] },
    db: AnyKysely = this.db.kysely,
  ): Promise<Standing | undefined> {
    if (this.#settings.includes('off')) return undefined;
    const quota = quotaFor(overrideQuotas(limit, this.#settings), who.roles);
    const ask = (text: string, values: readonly unknown[]) => rowsOf(db, text, values);
    const [taken] = await ask(TAKE, [limit.name, who.caller, secondsFor(quota), quota.seconds]);
    if (taken !== undefined) return standingOf({ ...quota, name: limit.name, allowed: true, debt: taken.debt });
    const [held] = await ask(LOOK, [limit.name, who.caller]);
    return standingOf({ ...quota, name: limit.name, allowed: false, debt: held?.debt ?? quota.seconds });
  }

  /** Forgets callers whose quota is whole again. @returns how many went */
  async forgetFull(): Promise<number> {
    const { numAffectedRows } = await sql`DELETE FROM platform.rate_limit WHERE full_at < now()`.execute(
      this.db.kysely,
    );
    return Number(numAffectedRows ?? 0n);
  }
}

/** How many seconds one of a quota takes to come back: to the microsecond below, so that a whole quota fits. */
function secondsFor({ quota, seconds }: Quota): number {
  return Math.floor((seconds / quota) * 1e6) / 1e6;
}

async function rowsOf(db: AnyKysely, text: string, values: readonly unknown[]): Promise<readonly { debt: number }[]> {
  const query = CompiledQuery.raw(text, [...values]) as CompiledQuery<{ debt: number }>;
  return (await platformTables(db).executeQuery(query)).rows;
}
