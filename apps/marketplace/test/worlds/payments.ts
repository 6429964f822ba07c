import { rupiah } from '@jaki/kernel';
import type { Actor } from '../../src/businesses/domain/business.js';
import { cancel, expire, fail, pay } from '../../src/payment/domain/decisions.js';
import {
  type Payment,
  type PaymentDecision,
  type PaymentId,
  type PaymentIn,
  type Refund,
  type RefundId,
} from '../../src/payment/domain/payment.js';
import { type State, states } from '../../src/payment/domain/states.js';
import { type By, type Command } from '../../src/payment/domain/workflow.js';
import { AT, uuid } from '../world.js';
import { people } from './orders.js';

// One payment in each state.
export const allStates = Object.keys(states) as State[];

export const asked = {
  id: uuid(40) as PaymentId,
  number: 'N000001',
  amount: rupiah(80_000),
  expiresAt: new Date(AT.getTime() + 900_000),
};

/** The buyer's payment in a state. */
export function paymentIn<S extends State>(state: S, of: Partial<Payment> = {}): PaymentIn<S> {
  const { id: buyer, recipient } = people.buyer;
  return { ...asked, buyer, recipient: recipient!, version: 3, ...of, state };
}

export const refund: Refund = { id: uuid(50) as RefundId, amount: rupiah(5_000), reason: 'surplus' };

export type Later = Exclude<Command, 'request'>;

const decisions: Record<Later, (payment: Payment, by: By) => PaymentDecision> = { pay, expire, fail, cancel };

export const commands = Object.keys(decisions) as Later[];

/** Takes a step after the checkout. */
export function attempt(command: Later, payment: Payment, actor: Actor): PaymentDecision {
  return decisions[command](payment, { actor, at: AT });
}
