import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { type DB } from '../../generated/db.js';

/** Every listing with its seller, its range of prices and whether anything of it is left. */
export function summaries(db: Kysely<DB>) {
  return db
    .selectFrom('listing')
    .innerJoin('business', 'business.id', 'listing.business_id')
    .innerJoinLateral(offered, (join) => join.onTrue())
    .select(['listing.id', 'listing.number', 'listing.title', 'listing.category', 'listing.state', 'business.region'])
    .select(['listing.business_id as businessId', 'business.name as businessName'])
    .select(['offered.from', 'offered.to', 'offered.in_stock']);
}

function offered(eb: ExpressionBuilder<DB, 'listing' | 'business'>) {
  return eb
    .selectFrom('offer')
    .innerJoin('stock', 'stock.offer_id', 'offer.id')
    .whereRef('offer.listing_id', '=', 'listing.id')
    .select([
      sql<bigint>`min(offer.price)`.as('from'),
      sql<bigint>`max(offer.price)`.as('to'),
      sql<boolean>`bool_or(stock.on_hand - stock.reserved >= offer.minimum)`.as('in_stock'),
    ])
    .as('offered');
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number];

export function summaryOf({ from, to, in_stock, ...row }: SummaryRow) {
  return { ...row, priceFrom: Number(from), priceTo: Number(to), inStock: in_stock };
}
