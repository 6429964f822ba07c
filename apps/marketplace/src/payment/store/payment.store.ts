import { type Kysely, type Selectable, type Transaction } from 'kysely';
import { defined, type PersonId, type RecipientSeal, rupiah } from '@jaki/kernel';
import { type DB, type payment as PaymentTable } from '../../generated/db.js';
import type { Payment, PaymentDecision, PaymentId } from '../domain/payment.js';
import { type State } from '../domain/states.js';
import { firstLook } from './looks.js';

/** Loads a payment and locks its row until the transaction ends. Whoever needs its orders too locks it before them. */
export async function loadPayment(tx: Transaction<DB>, id: PaymentId): Promise<Payment | undefined> {
  const row = await tx.selectFrom('payment').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  return row && paymentOf(row);
}

/** The payment as it is now, for a look. */
export async function findPayment(db: Kysely<DB>, id: PaymentId): Promise<Payment | undefined> {
  const row = await db.selectFrom('payment').selectAll().where('id', '=', id).executeTakeFirst();
  return row && paymentOf(row);
}

/** Payments whose time is over, the longest first. */
export async function endedPayments(
  db: Kysely<DB>,
  { now, leftOut, limit }: { readonly now: Date; readonly leftOut: readonly string[]; readonly limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('payment')
    .select('id')
    .where('state', '=', 'pending')
    .where('expires_at', '<=', now)
    .$if(leftOut.length > 0, (query) => query.where('id', 'not in', leftOut))
    .orderBy('expires_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What a buyer has not paid yet, locked. */
export async function loadPendingOf(tx: Transaction<DB>, buyer: PersonId): Promise<Payment[]> {
  const query = tx.selectFrom('payment').selectAll().where('buyer', '=', buyer).where('state', '=', 'pending');
  return (await query.orderBy('id').forNoKeyUpdate().execute()).map(paymentOf);
}

/** Inserts a new payment with its history. */
export async function addPayment(tx: Transaction<DB>, decision: PaymentDecision, at: Date): Promise<void> {
  const { id, number, buyer, amount, expiresAt } = decision.next;
  const fixed = { id, number, buyer, amount, created_at: at, expires_at: expiresAt };
  await tx
    .insertInto('payment')
    .values({ ...fixed, ...changing(decision.next), look_at: firstLook(at), looks: 0 })
    .execute();
  await addHistory(tx, decision);
}

/** Saves a decided step with its history. */
export async function savePayment(tx: Transaction<DB>, decision: PaymentDecision): Promise<void> {
  await tx.updateTable('payment').set(changing(decision.next)).where('id', '=', decision.next.id).execute();
  await addHistory(tx, decision);
}

async function addHistory(tx: Transaction<DB>, { next, facts }: PaymentDecision): Promise<void> {
  const rows = facts.map(({ type, version, at }) => ({ payment_id: next.id, version, type, state: next.state, at }));
  await tx.insertInto('payment_history').values(rows).execute();
}

function changing(payment: Payment) {
  const { state, version, recipient = null } = payment;
  return { state, version, recipient };
}

/** Makes the payment that a row stands for. */
export function paymentOf(row: Selectable<PaymentTable>): Payment {
  return {
    id: row.id as PaymentId,
    number: row.number,
    state: row.state as State,
    version: row.version,
    buyer: row.buyer as PersonId,
    amount: rupiah(row.amount),
    expiresAt: row.expires_at,
    ...defined({ recipient: (row.recipient ?? undefined) as RecipientSeal | undefined }),
  };
}
