import { Injectable } from '@nestjs/common';
import { type PersonId } from '@jaki/kernel';
import { Database, liesWithin, type Page, page, type PageQuery, readCursor } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import type { Actor } from '../domain/business.js';
import { verifiedRegions } from '../domain/who.js';
import { type BusinessSummary } from './views.dto.js';

const columns = ['id', 'number', 'name', 'kind', 'region', 'state'] as const;

/** Lists of businesses. An id begins with the millisecond of its application, so it alone is the order. */
@Injectable()
export class ListBusinesses {
  constructor(private readonly db: Database<DB>) {}

  /** Those that everybody may see, newest first. @throws Refusal 400 `unknown_cursor` */
  verified({ region, kind, ...paged }: Filter & PageQuery): Promise<Page<BusinessSummary>> {
    return this.#newest(
      summaries(this.db)
        .where('state', '=', 'verified')
        .$if(region !== undefined, (query) => query.where(liesWithin<DB, 'business'>('region', [region ?? ''])))
        .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? '')),
      paged,
    );
  }

  /** Somebody's own, in all states, newest first. */
  ownedBy(owner: PersonId, paged: PageQuery): Promise<Page<BusinessSummary>> {
    return this.#newest(summaries(this.db).where('owner', '=', owner), paged);
  }

  /** Applications in the officer's regions, oldest first: nobody's is overtaken. */
  async waitingFor(officer: Actor, { limit, cursor }: PageQuery): Promise<Page<BusinessSummary>> {
    const after = readCursor(cursor, { id: 'uuid' });
    const rows = await summaries(this.db)
      .where('state', '=', 'submitted')
      .where(liesWithin<DB, 'business'>('region', verifiedRegions(officer)))
      .$if(after !== undefined, (query) => query.where('id', '>', after?.id ?? ''))
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    return page(rows, limit, ({ id }) => ({ id }));
  }

  async #newest(query: ReturnType<typeof summaries>, { limit, cursor }: PageQuery): Promise<Page<BusinessSummary>> {
    const before = readCursor(cursor, { id: 'uuid' });
    const rows = await query
      .$if(before !== undefined, (older) => older.where('id', '<', before?.id ?? ''))
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return page(rows, limit, ({ id }) => ({ id }));
  }
}

interface Filter {
  readonly region?: string;
  readonly kind?: string;
}

function summaries({ kysely }: Database<DB>) {
  return kysely.selectFrom('business').select(columns);
}
