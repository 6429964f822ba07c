import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { type DifferenceListView } from './views.dto.js';

/** What the acquirer's files say otherwise than we do. */
@Injectable()
export class Differences {
  constructor(private readonly db: Database<DB>) {}

  /** Of one day of the city, `YYYY-MM-DD`. */
  async on(day: string): Promise<DifferenceListView> {
    const rows = await this.db.kysely
      .selectFrom('settlement_difference')
      .select(['kind', 'reference', 'ours', 'theirs', 'found_at'])
      .where('day', '=', sql<Date>`${day}::date`)
      .orderBy('kind')
      .orderBy('reference')
      .execute();
    const items = rows.map(({ kind, reference, ours, theirs, found_at }) => {
      return { kind, reference, ours: Number(ours), theirs: Number(theirs), foundAt: found_at.toISOString() };
    });
    return { items };
  }
}
