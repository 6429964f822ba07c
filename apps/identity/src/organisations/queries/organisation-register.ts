import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type OrganisationId, type RegionCode, regionsAround } from '@jaki/kernel';
import { Database, type Page, page, type PageQuery, readCursor } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { OrganisationNotFound } from '../domain/errors.js';
import { fromRow } from '../store/organisation.store.js';
import { type OrganisationView } from './views.dto.js';

/** Which organisations are asked for. */
export interface OrganisationFilter {
  readonly kind?: string;
  /** Only those competent there. */
  readonly region?: string;
  /** Only those responsible for it. */
  readonly category?: string;
}

/** The public register of organisations. */
@Injectable()
export class OrganisationRegister {
  constructor(private readonly db: Database<DB>) {}

  /** In the order of ids. @throws Refusal 400 `unknown_cursor` */
  async list({
    kind,
    region,
    category,
    limit,
    cursor,
  }: OrganisationFilter & PageQuery): Promise<Page<OrganisationView>> {
    const after = readCursor(cursor, { id: 'uuid' });
    const rows = await this.db.kysely
      .selectFrom('organisation')
      .selectAll()
      .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
      .$if(region !== undefined, (query) =>
        query.where(sql<boolean>`regions && ${regionsAround((region ?? '') as RegionCode)}::text[]`),
      )
      .$if(category !== undefined, (query) => query.where(sql<boolean>`categories @> ${[category ?? '']}::text[]`))
      .$if(after !== undefined, (query) => query.where('id', '>', after?.id ?? ''))
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return page(rows.map(viewOf), limit, ({ id }) => ({ id }));
  }

  /** @throws OrganisationNotFound */
  async one(id: OrganisationId): Promise<OrganisationView> {
    const row = await this.db.kysely.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new OrganisationNotFound(id);
    return viewOf(row);
  }
}

function viewOf(row: Parameters<typeof fromRow>[0]): OrganisationView {
  const { regions, categories, ...rest } = fromRow(row);
  return { ...rest, regions: [...regions], categories: [...categories] };
}
