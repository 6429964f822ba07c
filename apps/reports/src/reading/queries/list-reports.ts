import { Injectable } from '@nestjs/common';
import { type SelectQueryBuilder, sql } from 'kysely';
import { Database, liesWithin, type Page, page, readCursor } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import type { Actor } from '../../report/domain/report.js';
import { summaryColumns, summaryOf } from './summary.js';
import { type ReportSummary } from './views.dto.js';

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

export interface PublicFilter {
  readonly region?: string | undefined;
  readonly category?: string | undefined;
  readonly state?: string | undefined;
  readonly bbox?: Box | undefined;
}

interface Paged {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Lists of reports, newest first. An id begins with the millisecond of its filing, so it alone is the order. */
@Injectable()
export class ListReports {
  constructor(private readonly db: Database<DB>) {}

  publicOnes({ limit, cursor, ...filter }: PublicFilter & Paged): Promise<Page<ReportSummary>> {
    return this.#page(publicReports(this.db.kysely.selectFrom('report'), filter), { limit, cursor });
  }

  mine(actor: Actor, paged: Paged): Promise<Page<ReportSummary>> {
    return this.#page(this.db.kysely.selectFrom('report').where('reporter', '=', actor.id), paged);
  }

  async #page<O>(reports: SelectQueryBuilder<DB, 'report', O>, { limit, cursor }: Paged): Promise<Page<ReportSummary>> {
    const after = readCursor(cursor, { id: 'uuid' });
    const rows = await reports
      .$if(after !== undefined, (query) => query.where('id', '<', after?.id ?? ''))
      .select(summaryColumns)
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return page(rows.map(summaryOf), limit, ({ id }) => ({ id }));
  }
}

/** Only public reports, only those asked for. */
export function publicReports<O>(
  reports: SelectQueryBuilder<DB, 'report', O>,
  { region, category, state, bbox }: PublicFilter,
): SelectQueryBuilder<DB, 'report', O> {
  let query = reports.where('visibility', '=', 'public');
  if (region !== undefined) query = query.where(liesWithin<DB, 'report'>('region', [region]));
  if (category !== undefined) query = query.where('category', '=', category);
  if (state !== undefined) query = query.where('state', '=', state);
  if (bbox !== undefined) query = query.where(insideBox(bbox));
  return query;
}

const insideBox = ([west, south, east, north]: Box) =>
  sql<boolean>`point(long, lat) <@ box(point(${west}, ${south}), point(${east}, ${north}))`;
