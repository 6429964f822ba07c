import { queryOnce } from '@jaki/testing/embedded';
import { type Operation } from '../../load/journal.js';
import { type Market } from '../../load/market/market.js';
import { type Rig } from '../../rig/rig.js';
import { countBy } from '../complaint.js';
import { judgeOperations } from '../operations-counted.js';
import { type Books, givenBack, readBooks, sumOf, taken } from './books.js';
import { judgeMoney } from './money-counted.js';
import { judgeCheckouts, judgeOrders } from './orders-counted.js';
import { read } from './statements.js';
import { judgeStock, type Stock } from './stock-counted.js';

/** What was counted at the market after a row. */
export interface MarketCount {
  readonly complaints: readonly string[];
  /** In one line; none when nothing was bought. */
  readonly notes: readonly string[];
  /** Payments and orders whose streams must be whole. */
  readonly keys: readonly string[];
}

/** Compares what people and the acquirer were told with the marketplace's own tables. */
export async function countMarket(rig: Rig, market: Market, known: ReadonlySet<string>): Promise<MarketCount> {
  const books = await readBooks(rig, known);
  const { operations } = market.desk;
  const offers = new Map(market.offers.map((offer) => [offer.id, offer]));
  const stocks = await read<Stock>(rig.databaseOf('marketplace'), 'stock', offers.keys());
  const supplied = (id: string) => {
    const offer = offers.get(id);
    return offer === undefined ? 0 : market.supplied(offer);
  };
  return {
    complaints: [
      ...judgeStock(stocks, supplied),
      ...judgeCheckouts(books, operations),
      ...judgeOrders(books),
      ...judgeMoney(books),
      ...(await judgeNamed(rig, operations)),
    ],
    notes: books.payments.length === 0 ? [] : [summary(books, operations)],
    keys: [...books.payments, ...books.orders].map(({ id }) => id),
  };
}

/** Businesses and listings bear the id of the operation that made them. */
async function judgeNamed(rig: Rig, operations: readonly Operation[]): Promise<string[]> {
  const named = operations.filter(({ kind }) => kind === 'apply' || kind === 'draft');
  const rows = await queryOnce<{ id: string; n: number }>(
    rig.databaseOf('marketplace'),
    `SELECT id, count(*)::int AS n FROM (SELECT name AS id FROM business UNION ALL SELECT title FROM listing) AS made
     WHERE id = ANY ($1) GROUP BY id`,
    [named.map(({ id }) => id)],
  );
  return judgeOperations(named, new Map(rows.map(({ id, n }) => [id, n])));
}

function summary(books: Books, operations: readonly Operation[]): string {
  const { orders, payments } = books;
  const asked = operations.filter(({ kind }) => kind === 'checkOut');
  const outcomes = countBy(asked, ({ outcome }) => outcome);
  const states = [...countBy(orders, ({ state }) => state)].map(([state, n]) => `${n} ${state}`).sort();
  const [came, back] = [taken(books), givenBack(books)];
  return [
    `market: ${payments.length} checkouts (${outcomes.get('fail') ?? 0} refused, ${outcomes.get('unknown') ?? 0} unknown)`,
    `orders: ${states.join(', ')}`,
    `the acquirer took ${sumOf(came)} rupiah in ${came.length} sums and gave ${sumOf(back)} back in ${back.length}`,
  ].join('; ');
}
