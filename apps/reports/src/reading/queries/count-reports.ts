import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { type PublicFilter, publicReports } from './list-reports.js';
import { type CountsView } from './views.dto.js';

/** How many public reports there are, by state and by category. */
@Injectable()
export class CountReports {
  constructor(private readonly db: Database<DB>) {}

  async execute(filter: PublicFilter): Promise<CountsView> {
    const rows = await publicReports(this.db.kysely.selectFrom('report'), filter)
      .select(['state', 'category', sql<bigint>`count(*)`.as('count')])
      .groupBy(['state', 'category'])
      .execute();
    const counts: CountsView = { total: 0, byState: {}, byCategory: {} };
    for (const { state, category, count } of rows) {
      counts.total += Number(count);
      counts.byState[state] = (counts.byState[state] ?? 0) + Number(count);
      counts.byCategory[category] = (counts.byCategory[category] ?? 0) + Number(count);
    }
    return counts;
  }
}
