import type { PersonId } from '@jaki/kernel';
import type { OrderDecision } from '../../order/domain/order.js';
import type { Goods, Short } from '../../order/store/goods.store.js';
import type { PaymentDecision } from '../../payment/domain/payment.js';
import { type Line, type Problem, problemOf } from '../domain/basket.js';
import type { LineProblem } from '../domain/errors.js';

/** What a checkout makes, before it is saved. */
export interface Placed {
  readonly payment: PaymentDecision;
  readonly orders: readonly {
    readonly decision: OrderDecision;
    readonly goods: readonly Goods[];
    readonly lines: readonly Line[];
  }[];
}

/** What cannot be bought as the buyer saw it. */
export function problemsIn(lines: readonly Line[], buyer: PersonId): LineProblem[] {
  return lines.flatMap((line) => {
    const problem = problemOf(line, buyer);
    return problem === undefined ? [] : [described(line, problem)];
  });
}

/** What there was too little of when it was to be held. */
export function tooLittle(lines: readonly Line[], short: readonly Short[]): LineProblem[] {
  return short.flatMap(({ offerId, free }) => {
    const line = lines.find(({ offer }) => offer.id === offerId);
    return line === undefined ? [] : [described({ ...line, free }, 'too_little_left')];
  });
}

function described({ offer, seen, free }: Line, problem: Problem): LineProblem {
  return { offerId: offer.id, problem, seen: Number(seen), price: Number(offer.price), free: Number(free) };
}
