import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type PersonId } from '@jaki/kernel';
import { Database, liesWithin, type Page, page, type PageQuery, readCursor } from '@jaki/platform';
import type { Actor } from '../../businesses/domain/business.js';
import { verifiedRegions } from '../../businesses/domain/who.js';
import { type DB } from '../../generated/db.js';
import { summaries, summaryOf } from './summaries.js';
import { type ListingSummary } from './views.dto.js';

interface Filter {
  readonly region?: string;
  readonly category?: string;
  readonly businessId?: string;
}

/** Lists of listings. An id begins with the millisecond of its draft, so it alone is the order. */
@Injectable()
export class ListListings {
  constructor(private readonly db: Database<DB>) {}

  /** Those that everybody can order from, newest first. @throws Refusal 400 `unknown_cursor` */
  published({ region, category, businessId, ...paged }: Filter & PageQuery): Promise<Page<ListingSummary>> {
    return this.#newest(
      summaries(this.db.kysely)
        .where('listing.state', '=', 'published')
        .where('business.state', '=', 'verified')
        .$if(region !== undefined, (query) => query.where(liesWithin<DB, 'business'>('region', [region ?? ''])))
        .$if(category !== undefined, (query) => query.where('listing.category', '=', category ?? ''))
        .$if(businessId !== undefined, (query) => query.where('listing.business_id', '=', businessId ?? '')),
      paged,
    );
  }

  /** Somebody's own, in all states, newest first. */
  ownedBy(owner: PersonId, paged: PageQuery): Promise<Page<ListingSummary>> {
    return this.#newest(summaries(this.db.kysely).where('business.owner', '=', owner), paged);
  }

  /** What waits for the officer's office, in the order in which it was handed in: nobody's is overtaken. */
  async waitingFor(officer: Actor, { limit, cursor }: PageQuery): Promise<Page<ListingSummary>> {
    const after = readCursor(cursor, { at: 'time', id: 'uuid' });
    const rows = await summaries(this.db.kysely)
      .select('listing.updated_at as at')
      .where('listing.state', '=', 'submitted')
      .where(liesWithin<DB, 'business'>('region', verifiedRegions(officer)))
      .$if(after !== undefined, (query) =>
        query.where(sql<boolean>`(listing.updated_at, listing.id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`),
      )
      .orderBy('listing.updated_at')
      .orderBy('listing.id')
      .limit(limit + 1)
      .execute();
    return page(rows, limit, ({ at, id }) => ({ at, id })).map(({ at: _, ...row }) => summaryOf(row));
  }

  async #newest(query: ReturnType<typeof summaries>, { limit, cursor }: PageQuery): Promise<Page<ListingSummary>> {
    const before = readCursor(cursor, { id: 'uuid' });
    const rows = await query
      .$if(before !== undefined, (older) => older.where('listing.id', '<', before?.id ?? ''))
      .orderBy('listing.id', 'desc')
      .limit(limit + 1)
      .execute();
    return page(rows, limit, ({ id }) => ({ id })).map(summaryOf);
  }
}
