import { sql } from 'kysely';
import { Injectable } from '@nestjs/common';
import { type OrganisationId } from '@jaki/kernel';
import { Database, page, type Page, readCursor } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { OrganisationNotFound } from '../domain/errors.js';
import { fromRow } from '../store/organisation.store.js';
import { type OrganisationQuery, type OrganisationView } from '../http/organisations.dto.js';

/** The public register of organisations. */
@Injectable()
export class OrganisationRegister {
  constructor(private readonly db: Database<DB>) {}

  /** In the order of ids. @throws Refusal 400 `unknown_cursor` */
  async list({ kind, region, category, limit, cursor }: OrganisationQuery): Promise<Page<OrganisationView>> {
    const after = readCursor(cursor, { id: 'uuid' });
    const rows = await this.db.kysely
      .selectFrom('organisation')
      .selectAll()
      .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
      .$if(region !== undefined, (query) => query.where(sql<boolean>`regions && ${around(region ?? '')}::text[]`))
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

/** A region and all around it: who is competent in any of them is competent in the region. */
function around(region: string): string[] {
  const parts = region.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}
