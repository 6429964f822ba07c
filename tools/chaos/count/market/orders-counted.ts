import { type Operation } from '../../load/journal.js';
import { complaint } from '../complaint.js';
import { type Books, type Order, sumOf } from './books.js';

const PAYS = ['paid', 'surplus', 'revived'];
const ENDED = ['declined', 'cancelled', 'called_off', 'uncollected'];

/** What was paid for is delivered or given back, once. */
export function judgeOrders(books: Books): string[] {
  const { orders, receipts, refunds, payments } = books;
  const paying = new Set(receipts.filter(({ verdict }) => PAYS.includes(verdict)).map(({ payment }) => payment));
  const paid = orders.filter((order) => order.paid);
  const backOf = ({ id }: Order) => refunds.filter(({ order }) => order === id);
  const ended = ({ state, paid: was }: Order) => was && ENDED.includes(state);
  const isRight = (order: Order) => {
    const back = backOf(order);
    return ended(order) ? back.length === 1 && sumOf(back) === order.amount : back.length === 0;
  };
  const sums = payments.map(({ id }) => ({
    id,
    came: sumOf(receipts.filter(({ payment }) => payment === id)),
    back: sumOf(refunds.filter(({ payment }) => payment === id)),
    kept: sumOf(paid.filter((order) => order.payment === id && !ended(order))),
  }));
  return [
    ...complaint(
      'paid orders without a receipt',
      paid.filter(({ payment }) => !paying.has(payment)).map(({ id, amount }) => `${id} of ${amount}`),
    ),
    ...complaint(
      'orders that were not given back exactly as they ended',
      orders
        .filter((order) => !isRight(order))
        .map((order) => `${order.id} (${order.state}) of ${order.amount}: ${sumOf(backOf(order))} goes back`),
    ),
    ...complaint(
      'payments of which more goes back than came',
      sums.filter(({ came, back }) => back > came).map(({ id, came, back }) => `${id}: ${back} of ${came}`),
    ),
    ...complaint(
      'payments that are neither kept for an order nor given back',
      sums
        .filter(({ came, back, kept }) => came !== back + kept)
        .map(({ id, came, back, kept }) => `${id}: ${came} came, ${back} goes back, orders are worth ${kept}`),
    ),
  ];
}

/** Every checkout that was answered 201 exists, and none exists of which nobody was told, as far as all were answered. */
export function judgeCheckouts({ payments }: Pick<Books, 'payments'>, operations: readonly Operation[]): string[] {
  const checkouts = operations.filter(({ kind }) => kind === 'checkOut');
  const ok = checkouts.filter(({ outcome }) => outcome === 'ok');
  const told = new Set(ok.map(({ aggregateId }) => aggregateId));
  const there = new Set(payments.map(({ id }) => id));
  const untold = payments.filter(({ id }) => !told.has(id)).map(({ id, state }) => `${id} (${state})`);
  const lost = ok.filter(({ aggregateId = '' }) => !there.has(aggregateId));
  return [
    ...complaint(
      'checkouts that were answered 201 and do not exist',
      lost.map(({ id, aggregateId }) => `${id} as ${String(aggregateId)}`),
    ),
    ...complaint('checkouts that exist and were refused, or answered as another', untold),
    ...(told.size === ok.length ? [] : [`${ok.length} checkouts were answered 201 with ${told.size} ids`]),
  ];
}
