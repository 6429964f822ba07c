import { randomInt } from 'node:crypto';
import { type Transaction } from 'kysely';
import { newId, type Rupiah, rupiah } from '@jaki/kernel';
import type { Actor } from '../../businesses/domain/business.js';
import { businessOf } from '../../businesses/store/business.store.js';
import { type DB } from '../../generated/db.js';
import { mdrOf } from '../../ledger/domain/mdr.js';
import { amountOf } from '../../listings/domain/units.js';
import { nextNumber } from '../../next-number.js';
import { place } from '../../order/domain/decisions.js';
import { request } from '../../payment/domain/decisions.js';
import type { PaymentId } from '../../payment/domain/payment.js';
import { parseQris } from '../../qris/domain/qris.js';
import { bySeller, type Line } from '../domain/basket.js';
import { AmountTooHigh } from '../domain/errors.js';
import { limits } from '../limits.js';
import { type Placed } from './placed.js';

interface Placing {
  readonly lines: readonly Line[];
  readonly actor: Actor;
  readonly at: Date;
  readonly expiresAt: Date;
  readonly id: PaymentId;
}

const sum = (amounts: readonly Rupiah[]): Rupiah => rupiah(amounts.reduce((total, amount) => total + amount, 0n));

/** Decides the payment and one order for each seller. @throws AmountTooHigh, NotYourStep */
export async function placeOrders(tx: Transaction<DB>, { lines, actor, at, expiresAt, id }: Placing): Promise<Placed> {
  const orders: Placed['orders'][number][] = [];
  const groups = bySeller(lines);
  // Ids of one millisecond are random: in order, orders are shown as the basket was.
  const ids = groups.map(() => newId<'order'>(at)).sort();
  for (const [index, group] of groups.entries()) {
    const amount = sum(group.map(({ offer, quantity }) => amountOf(offer, quantity)));
    const { seller, criteria } = await sellerOf(tx, group[0].seller.id);
    const asked = {
      id: ids[index] ?? newId<'order'>(at),
      number: await nextNumber(tx, 'order'),
      paymentId: id,
      seller,
      amount,
    };
    const decision = place({ ...asked, mdr: mdrOf(amount, criteria), pickupCode: freshCode() }, { actor, at });
    const goods = group.map(({ offer, quantity }) => ({ offerId: offer.id, quantity }));
    orders.push({ decision, goods, lines: group });
  }
  const amount = sum(orders.map(({ decision }) => decision.next.amount));
  if (amount > limits.payment.most) throw new AmountTooHigh(limits.payment.most);
  const number = await nextNumber(tx, 'payment');
  return { payment: request({ id, number, amount, expiresAt }, { actor, at }), orders };
}

async function sellerOf(tx: Transaction<DB>, id: string) {
  const row = await tx.selectFrom('business').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const registered = await tx
    .selectFrom('payment_code')
    .select('code')
    .where('business_id', '=', id)
    .executeTakeFirst();
  return { seller: businessOf(row), criteria: registered && parseQris(registered.code).criteria };
}

/** Six digits that nobody can guess from another order's. */
function freshCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
