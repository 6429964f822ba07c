import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock, newId } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { type By, Database } from '@jaki/platform';
import type { Actor } from '../../businesses/domain/business.js';
import { MarketplaceConfig } from '../../config.js';
import { type DB } from '../../generated/db.js';
import { toContracts as orderContracts } from '../../order/published.js';
import { addHolds, holdGoods } from '../../order/store/goods.store.js';
import { addOrder } from '../../order/store/order.store.js';
import type { PaymentId } from '../../payment/domain/payment.js';
import { toContracts as paymentContracts } from '../../payment/published.js';
import { addPayment } from '../../payment/store/payment.store.js';
import { BasketChanged, BasketEmpty } from '../domain/errors.js';
import { endFormer } from '../placing/end-former.js';
import { placeOrders } from '../placing/place-orders.js';
import { type Placed, problemsIn, tooLittle } from '../placing/placed.js';
import { dropLines, loadLines } from '../store/basket.store.js';
import { addOrderLines } from '../store/order-line.store.js';

/** Somebody checks their basket out: one order for each seller, one payment for all, the goods held until it comes. */
@Injectable()
export class CheckOut {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: MarketplaceConfig,
  ) {}

  /** @throws BasketEmpty, BasketChanged, AmountTooHigh, and whatever the decisions refuse */
  execute({ actor, once }: By): Promise<{ id: PaymentId }> {
    return this.db.transaction((tx) => this.#checkOut(tx, actor), { once });
  }

  async #checkOut(tx: Transaction<DB>, actor: Actor): Promise<{ id: PaymentId }> {
    const at = this.clock.now();
    const lines = await loadLines(tx, actor.id);
    if (lines.length === 0) throw new BasketEmpty();
    const problems = problemsIn(lines, actor.id);
    if (problems.some(({ problem }) => problem !== 'too_little_left')) throw new BasketChanged(problems);
    const former = await endFormer(tx, { actor, at, lines });
    const placed = await placeOrders(tx, { lines, actor, at, expiresAt: this.#expiry(at), id: newId<'payment'>(at) });
    const short = await holdGoods(
      tx,
      placed.orders.flatMap(({ goods }) => goods),
    );
    if (short.length > 0) throw new BasketChanged(tooLittle(lines, short));
    await this.#save(tx, placed, at);
    await dropLines(tx, actor.id);
    await this.outbox.add(tx, [...former, ...contractsOf(placed)]);
    return { id: placed.payment.next.id };
  }

  async #save(tx: Transaction<DB>, { payment, orders }: Placed, at: Date): Promise<void> {
    await addPayment(tx, payment, at);
    for (const { decision, goods, lines } of orders) {
      await addOrder(tx, decision, at);
      await addOrderLines(tx, decision.next.id, lines);
      await addHolds(tx, decision.next.id, goods);
    }
  }

  #expiry(at: Date): Date {
    return new Date(at.getTime() + this.config.PAYMENT_SECONDS * 1_000);
  }
}

function contractsOf({ payment, orders }: Placed) {
  return [...paymentContracts(payment), ...orders.flatMap(({ decision }) => orderContracts(decision))];
}
