import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { OrganisationId, RegionCode } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { responsibleAgency } from '../../agencies/store/organisation.store.js';
import { City } from '../../city/city.js';
import { type DB } from '../../generated/db.js';

/** What a filing is told before it is decided. */
export interface Place {
  readonly number: string;
  readonly region: RegionCode;
  readonly agency: OrganisationId | undefined;
}

/**
 * Numbers and routes new reports, in one short statement before the filing's transaction.
 *
 * All days share one sequence, which nobody waits for and nobody gives back. A day's numbers begin where the sequence
 * stood when the day's first report came in: that is remembered in `report_day` and, as it never changes, here.
 */
@Injectable()
export class Intake {
  readonly #bases = new Map<string, Promise<bigint>>();

  constructor(
    private readonly db: Database<DB>,
    private readonly city: City,
  ) {}

  /** @throws OutsideServiceArea, UnknownCategory */
  async place(filing: { category: string; pin: { lat: number; long: number }; at: Date }): Promise<Place> {
    const { category, pin, at } = filing;
    this.city.requireCategory(category);
    const region = this.city.kelurahanOf(pin).code;
    const day = this.city.dayOf(at);
    const base = await this.#baseOf(day);
    const { serial, agency } = await this.db.kysely
      .selectNoFrom([
        sql<bigint>`nextval('report_number') - ${base}::bigint`.as('serial'),
        responsibleAgency({ category, region }).as('agency'),
      ])
      .executeTakeFirstOrThrow();
    return { number: this.city.numberOf(day, serial), region, agency: agency ?? undefined };
  }

  #baseOf(day: string): Promise<bigint> {
    const known = this.#bases.get(day);
    if (known) return known;
    const base = this.#agreeOnBase(day);
    this.#bases.set(day, base);
    base.catch(() => this.#bases.delete(day));
    return base;
  }

  /** The first of all instances decides; the others read what it decided. */
  async #agreeOnBase(day: string): Promise<bigint> {
    await this.db.kysely
      .insertInto('report_day')
      .values({ day, base: sql`nextval('report_number')` })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = this.db.kysely.selectFrom('report_day').select('base').where('day', '=', day);
    return (await row.executeTakeFirstOrThrow()).base;
  }
}
