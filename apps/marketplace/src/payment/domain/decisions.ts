import { defined, newestSeal } from '@jaki/kernel';
import type { Fact, FactBody, Payment, PaymentDecision, PaymentId, PaymentIn, Refund } from './payment.js';
import { type By, life } from './workflow.js';

/** A checkout asks for money. @throws NotYourStep */
export function request(
  asked: Pick<Payment, 'number' | 'amount' | 'expiresAt'> & { readonly id: PaymentId },
  by: By,
): PaymentDecision<PaymentIn<'pending'>> {
  life.beginNew('request', by.actor);
  const { id: buyer, recipient } = by.actor;
  const next = { ...asked, buyer, state: 'pending', version: 0, ...defined({ recipient }) } as const;
  return life.decide('request', by, { next, facts: [{ type: 'requested' }] });
}

/** The money came. @throws IllegalTransition */
export function pay(payment: Payment, by: By): PaymentDecision<PaymentIn<'paid'>> {
  const open = life.begin('pay', payment, by.actor);
  return life.decide('pay', by, { next: { ...open, state: 'paid' }, facts: [{ type: 'paid' }] });
}

/** Nobody paid in time. @throws IllegalTransition */
export function expire(payment: Payment, by: By): PaymentDecision<PaymentIn<'expired'>> {
  const pending = life.begin('expire', payment, by.actor);
  return life.decide('expire', by, { next: { ...pending, state: 'expired' }, facts: [{ type: 'expired' }] });
}

/** The acquirer says that it cannot be paid any more. @throws IllegalTransition */
export function fail(payment: Payment, by: By): PaymentDecision<PaymentIn<'failed'>> {
  const pending = life.begin('fail', payment, by.actor);
  return life.decide('fail', by, { next: { ...pending, state: 'failed' }, facts: [{ type: 'failed' }] });
}

/** The buyer gives the checkout up. @throws IllegalTransition, NotYourStep */
export function cancel(payment: Payment, by: By): PaymentDecision<PaymentIn<'cancelled'>> {
  const pending = life.begin('cancel', payment, by.actor);
  const next = { ...pending, ...newestSeal(by.actor), state: 'cancelled' } as const;
  return life.decide('cancel', by, { next, facts: [{ type: 'cancelled' }] });
}

/** Notes what happens to money that goes back; it changes no state. */
export function noteRefund(
  payment: Payment,
  type: 'refund_requested' | 'refund_made' | 'refund_stuck',
  { refund, at }: { readonly refund: Refund; readonly at: Date },
): PaymentDecision {
  return noted(payment, { type, refund }, at);
}

function noted(payment: Payment, body: FactBody, at: Date): PaymentDecision {
  const version = payment.version + 1;
  const fact: Fact = { ...body, version, at };
  return { next: { ...payment, version }, facts: [fact] };
}
