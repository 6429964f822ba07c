import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, page, type PageQuery, readCursor } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { summaries, summaryOf } from '../../listings/queries/summaries.js';
import { termsOf } from '../domain/terms.js';
import { correctTerms } from './correct-terms.js';
import { Found } from './found.js';
import { type Matching, matching } from './matching.js';
import { type CategoryCountView } from './views.dto.js';

export interface Search extends PageQuery {
  readonly q: string;
  readonly region?: string;
  readonly category?: string;
  readonly priceMax?: number;
}

/** Of what has no word in it. */
const NOTHING = { corrections: [], relaxed: false, categories: [] };

/** Finds what can be ordered by words. What is sold out is found as well, and says so. */
@Injectable()
export class SearchListings {
  constructor(private readonly db: Database<DB>) {}

  /** @throws Refusal 400 `unknown_cursor` */
  async execute(search: Search): Promise<Found> {
    const asked = termsOf(search.q);
    if (asked.length === 0)
      return new Found(
        page([], search.limit, () => ({})),
        NOTHING,
      );
    const { terms, corrections } = await correctTerms(this.db.kysely, asked);
    const all = matching(terms, true);
    const counted = await this.#categories(search, all);
    // Nothing has all of the words: what has some of them is better than nothing.
    const relaxed = counted.length === 0 && terms.length > 1;
    const by = relaxed ? matching(terms, false) : all;
    const found = await this.#page(search, by);
    const first = search.cursor === undefined;
    const categories = first ? (relaxed ? await this.#categories(search, by) : counted) : [];
    return new Found(found, { corrections, relaxed, categories });
  }

  async #page(search: Search, { matches, exactly }: Matching) {
    const { limit, cursor } = search;
    const after = readCursor(cursor, { exact: 'integer', id: 'uuid' });
    const exact = sql<number>`(${exactly})::int`;
    const rows = await summaries(this.db.kysely)
      .innerJoin('listing_search', 'listing_search.listing_id', 'listing.id')
      .select(exact.as('exact'))
      .where('business.state', '=', 'verified')
      .where(matches)
      .where(narrowed(search))
      .$if(after !== undefined, (query) =>
        query.where(sql<boolean>`(${exact}, listing.id) < (${Number(after?.exact)}::int, ${after?.id}::uuid)`),
      )
      .orderBy(exact, 'desc')
      .orderBy('listing.id', 'desc')
      .limit(limit + 1)
      .execute();
    return page(rows, limit, ({ exact: tier, id }) => ({ exact: tier, id })).map(({ exact: _, ...row }) =>
      summaryOf(row),
    );
  }

  async #categories(search: Search, { matches }: Matching): Promise<CategoryCountView[]> {
    return this.db.kysely
      .selectFrom('listing_search')
      .innerJoin('listing', 'listing.id', 'listing_search.listing_id')
      .innerJoin('business', 'business.id', 'listing.business_id')
      .select(['listing_search.category', sql<number>`count(*)::int`.as('count')])
      .where('business.state', '=', 'verified')
      .where(matches)
      .where(narrowed(search))
      .groupBy('listing_search.category')
      .orderBy('count', 'desc')
      .orderBy('listing_search.category')
      .execute();
  }
}

/** By region of any level, category and price. */
function narrowed({ region, category, priceMax }: Search) {
  const conditions = [
    ...(region === undefined ? [] : [sql<boolean>`listing_search.areas @> ARRAY[${region}]`]),
    ...(category === undefined ? [] : [sql<boolean>`listing_search.category = ${category}`]),
    ...(priceMax === undefined ? [] : [sql<boolean>`listing_search.price_from <= ${priceMax}`]),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` AND `)}`;
}
