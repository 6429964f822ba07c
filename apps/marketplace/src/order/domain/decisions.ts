import { defined, newestSeal } from '@jaki/kernel';
import { dueIn } from './deadlines.js';
import { WrongPickupCode } from './errors.js';
import type { Order, OrderDecision, OrderIn } from './order.js';
import { type By, life } from './workflow.js';

/** A checkout makes an order for one seller. @throws NotYourStep */
export function place(
  asked: Pick<Order, 'id' | 'number' | 'paymentId' | 'seller' | 'amount' | 'mdr' | 'pickupCode'>,
  by: By,
): OrderDecision<OrderIn<'awaiting_payment'>> {
  life.beginNew('place', by.actor);
  const { id: buyer, recipient } = by.actor;
  const next = { ...asked, buyer, state: 'awaiting_payment', version: 0, ...defined({ recipient }) } as const;
  return life.decide('place', by, { next, facts: [{ type: 'placed' }] });
}

/** Its payment came. Of one that had expired the goods have been held once more. @throws IllegalTransition */
export function pay(order: Order, by: By): OrderDecision<OrderIn<'paid'>> {
  const open = life.begin('pay', order, by.actor);
  const next = { ...open, state: 'paid', paidAt: by.at, dueAt: dueIn('paid', by.at) } as const;
  return { ...life.decide('pay', by, { next, facts: [{ type: 'paid' }] }), goods: 'consume' };
}

/** It was not paid in time. @throws IllegalTransition */
export function expire(order: Order, by: By): OrderDecision<OrderIn<'expired'>> {
  const waiting = life.begin('expire', order, by.actor);
  const next = { ...waiting, state: 'expired' } as const;
  return { ...life.decide('expire', by, { next, facts: [{ type: 'expired' }] }), goods: 'release' };
}

/** The buyer does not want it any more, and the seller has not begun. @throws IllegalTransition, NotYourStep */
export function cancel(order: Order, by: By): OrderDecision<OrderIn<'cancelled'>> {
  const open = life.begin('cancel', order, by.actor);
  const next = { ...ended(open), ...newestSeal(by.actor), state: 'cancelled' } as const;
  const follows = open.state === 'paid' ? backTo('order_cancelled') : ({ goods: 'release' } as const);
  return { ...life.decide('cancel', by, { next, facts: [{ type: 'cancelled' }] }), ...follows };
}

/** The seller takes it on. @throws IllegalTransition, NotYourStep */
export function accept(order: Order, by: By): OrderDecision<OrderIn<'accepted'>> {
  const paid = life.begin('accept', order, by.actor);
  const next = { ...paid, state: 'accepted', dueAt: dueIn('accepted', by.at) } as const;
  return life.decide('accept', by, { next, facts: [{ type: 'accepted' }] });
}

/** The seller does not take it on: the reason is the note. @throws IllegalTransition, NotYourStep */
export function decline(order: Order, by: By): OrderDecision<OrderIn<'declined'>> {
  const paid = life.begin('decline', order, by.actor);
  const next = { ...ended(paid), state: 'declined' } as const;
  return { ...life.decide('decline', by, { next, facts: [{ type: 'declined' }] }), ...backTo('order_declined') };
}

/** The seller did not take it on, or did not make it ready, in time. @throws IllegalTransition */
export function lapse(order: Order, by: By): OrderDecision<OrderIn<'declined'>> {
  const waiting = life.begin('lapse', order, by.actor);
  const next = { ...ended(waiting), state: 'declined' } as const;
  return { ...life.decide('lapse', by, { next, facts: [{ type: 'lapsed' }] }), ...backTo('order_lapsed') };
}

/** It can be fetched. @throws IllegalTransition, NotYourStep */
export function makeReady(order: Order, by: By): OrderDecision<OrderIn<'ready'>> {
  const accepted = life.begin('make_ready', order, by.actor);
  const next = { ...accepted, state: 'ready', dueAt: dueIn('ready', by.at) } as const;
  return life.decide('make_ready', by, { next, facts: [{ type: 'ready' }] });
}

/** The seller cannot fulfil it after all; what became of the goods, the seller says by the stock. @throws IllegalTransition, NotYourStep */
export function callOff(order: Order, by: By): OrderDecision<OrderIn<'called_off'>> {
  const begun = life.begin('call_off', order, by.actor);
  const next = { ...ended(begun), state: 'called_off' } as const;
  return { ...life.decide('call_off', by, { next, facts: [{ type: 'called_off' }] }), refund: 'order_called_off' };
}

/** The buyer fetched it and showed the code. @throws IllegalTransition, NotYourStep, WrongPickupCode */
export function handOver(order: Order, by: By & { readonly code: string }): OrderDecision<OrderIn<'handed_over'>> {
  const ready = life.begin('hand_over', order, by.actor);
  if (by.code !== ready.pickupCode) throw new WrongPickupCode();
  const next = { ...ready, state: 'handed_over', dueAt: dueIn('handed_over', by.at) } as const;
  return life.decide('hand_over', by, { next, facts: [{ type: 'handed_over' }] });
}

/** Nobody fetched it in time. @throws IllegalTransition */
export function giveUp(order: Order, by: By): OrderDecision<OrderIn<'uncollected'>> {
  const ready = life.begin('give_up', order, by.actor);
  const next = { ...ended(ready), state: 'uncollected' } as const;
  return { ...life.decide('give_up', by, { next, facts: [{ type: 'uncollected' }] }), refund: 'order_uncollected' };
}

/** The buyer is content, or said nothing in time: the seller has earned it. @throws IllegalTransition, NotYourStep */
export function complete(order: Order, by: By): OrderDecision<OrderIn<'completed'>> {
  const fetched = life.begin('complete', order, by.actor);
  const next = { ...ended(fetched), ...newestSeal(by.actor), state: 'completed' } as const;
  return { ...life.decide('complete', by, { next, facts: [{ type: 'completed' }] }), earned: true };
}

/** What the platform does with an order whose time is over; undefined when it waits for nothing. */
export function overdue(order: Order, by: By): OrderDecision | undefined {
  if (order.state === 'paid' || order.state === 'accepted') return lapse(order, by);
  if (order.state === 'ready') return giveUp(order, by);
  return order.state === 'handed_over' ? complete(order, by) : undefined;
}

/** Without a deadline. */
function ended<O extends Order>({ dueAt: _, ...order }: O): Omit<O, 'dueAt'> {
  return order;
}

function backTo(refund: string): { readonly goods: 'return'; readonly refund: string } {
  return { goods: 'return', refund };
}
