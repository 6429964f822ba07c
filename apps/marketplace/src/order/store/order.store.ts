import { type Kysely, type Selectable, type Transaction } from 'kysely';
import { defined, type PersonId, type RecipientSeal, rupiah } from '@jaki/kernel';
import { businessOf } from '../../businesses/store/business.store.js';
import { type DB, type seller_order as OrderTable } from '../../generated/db.js';
import type { PaymentId } from '../../payment/domain/payment.js';
import type { Order, OrderDecision, OrderId } from '../domain/order.js';
import { type State } from '../domain/states.js';

/** Which payment pays an order; undefined when there is no such order. */
export async function paymentOfOrder(db: Kysely<DB>, id: OrderId): Promise<PaymentId | undefined> {
  const row = await db.selectFrom('seller_order').select('payment_id').where('id', '=', id).executeTakeFirst();
  return row?.payment_id as PaymentId | undefined;
}

/** Loads orders of a payment and locks their rows: all, or the one that is named. */
export async function loadOrders(tx: Transaction<DB>, paymentId: PaymentId, only?: OrderId): Promise<Order[]> {
  const rows = await tx
    .selectFrom('seller_order')
    .selectAll()
    .where('payment_id', '=', paymentId)
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return ordersOf(tx, rows);
}

/** The order as it is now, for a look. */
export async function findOrder(db: Kysely<DB>, id: OrderId): Promise<Order | undefined> {
  const rows = await db.selectFrom('seller_order').selectAll().where('id', '=', id).execute();
  return (await ordersOf(db, rows))[0];
}

/** Inserts a new order with its history. */
export async function addOrder(tx: Transaction<DB>, decision: OrderDecision, at: Date): Promise<void> {
  const { id, number, paymentId, seller, buyer, amount, mdr, pickupCode } = decision.next;
  const whose = { payment_id: paymentId, business_id: seller.id, region: seller.region, buyer };
  const fixed = { id, number, ...whose, amount, mdr, pickup_code: pickupCode, placed_at: at };
  await tx
    .insertInto('seller_order')
    .values({ ...fixed, ...changing(decision.next, at) })
    .execute();
  await addHistory(tx, decision);
}

/** Saves a decided step with its history. */
export async function saveOrder(tx: Transaction<DB>, decision: OrderDecision, at: Date): Promise<void> {
  const { next } = decision;
  await tx.updateTable('seller_order').set(changing(next, at)).where('id', '=', next.id).execute();
  await addHistory(tx, decision);
}

async function addHistory(tx: Transaction<DB>, { next, facts }: OrderDecision): Promise<void> {
  const rows = facts.map(({ type, version, at, note = null }) => {
    return { order_id: next.id, version, type, state: next.state, at, note };
  });
  await tx.insertInto('seller_order_history').values(rows).execute();
}

function changing(order: Order, at: Date) {
  const { state, version, recipient = null, paidAt = null, dueAt = null } = order;
  return { state, version, buyer_recipient: recipient, paid_at: paidAt, due_at: dueAt, updated_at: at };
}

async function ordersOf(db: Kysely<DB>, rows: readonly Selectable<OrderTable>[]): Promise<Order[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ business_id }) => business_id);
  const businesses = await db.selectFrom('business').selectAll().where('id', 'in', ids).execute();
  const sellers = new Map(businesses.map((row) => [row.id, businessOf(row)]));
  return rows.flatMap((row) => {
    const seller = sellers.get(row.business_id);
    return seller === undefined ? [] : [orderOf(row, seller)];
  });
}

function orderOf(row: Selectable<OrderTable>, seller: Order['seller']): Order {
  return {
    id: row.id as OrderId,
    number: row.number,
    paymentId: row.payment_id as PaymentId,
    // Where it lay when it was ordered, wherever the business has gone since.
    seller: { ...seller, region: row.region as Order['seller']['region'] },
    state: row.state as State,
    version: row.version,
    buyer: row.buyer as PersonId,
    amount: rupiah(row.amount),
    mdr: rupiah(row.mdr),
    pickupCode: row.pickup_code,
    ...defined({
      recipient: (row.buyer_recipient ?? undefined) as RecipientSeal | undefined,
      paidAt: row.paid_at ?? undefined,
      dueAt: row.due_at ?? undefined,
    }),
  };
}
