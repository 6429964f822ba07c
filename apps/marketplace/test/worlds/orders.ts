import { type PersonId, type RecipientSeal, rupiah } from '@jaki/kernel';
import type { Actor, BusinessId } from '../../src/businesses/domain/business.js';
import {
  accept,
  callOff,
  cancel,
  complete,
  decline,
  expire,
  giveUp,
  handOver,
  lapse,
  makeReady,
  pay,
} from '../../src/order/domain/decisions.js';
import type { Order, OrderDecision, OrderId, OrderIn } from '../../src/order/domain/order.js';
import { type State, states } from '../../src/order/domain/states.js';
import { type By, type Command } from '../../src/order/domain/workflow.js';
import { type PaymentId, platform } from '../../src/payment/domain/payment.js';
import { actors, AT, REGION, uuid } from '../world.js';

// One order in each state, and everybody who might want something of it.
export const allStates = Object.keys(states) as State[];

const buyer: Actor = { id: uuid(108) as PersonId, roles: ['citizen'], recipient: 'f.g.h.i.j' as RecipientSeal };

export const people = {
  buyer,
  seller: actors.owner,
  other: actors.citizen,
  platform,
  officer: actors.kelurahan,
  /** Both are, in private life, the buyer or the seller, and act for an office here. */
  buyerInOffice: { ...actors.kelurahan, id: buyer.id },
  sellerInOffice: { ...actors.kelurahan, id: actors.owner.id },
} satisfies Record<string, Actor>;

export const CODE = '042917';
/** When an order that waits for somebody is overdue, in these tests. */
const DUE = new Date(AT.getTime() + 60_000);

export const asked = {
  id: uuid(30) as OrderId,
  number: 'P000001',
  paymentId: uuid(40) as PaymentId,
  seller: { id: uuid(10) as BusinessId, owner: actors.owner.id, region: REGION, recipient: actors.owner.recipient },
  amount: rupiah(50_000),
  mdr: rupiah(350),
  pickupCode: CODE,
};

const waits: readonly State[] = ['paid', 'accepted', 'ready', 'handed_over'];

/** In these it was certainly paid; of an expired or cancelled one that depends. */
export const paidStates: readonly State[] = [...waits, 'completed', 'declined', 'called_off', 'uncollected'];

/** The buyer's order in a state. */
export function orderIn<S extends State>(state: S, of: Partial<Order> = {}): OrderIn<S> {
  const due = waits.includes(state) ? { dueAt: DUE } : {};
  const paid = paidStates.includes(state) ? { paidAt: AT } : {};
  return { ...asked, ...due, ...paid, buyer: buyer.id, recipient: buyer.recipient!, version: 3, ...of, state };
}

export type Later = Exclude<Command, 'place'>;

const decisions: Record<Later, (order: Order, by: By) => OrderDecision> = {
  pay,
  expire,
  cancel,
  accept,
  decline,
  lapse,
  make_ready: makeReady,
  call_off: callOff,
  hand_over: (order, by) => handOver(order, { ...by, code: CODE }),
  give_up: giveUp,
  complete,
};

export const commands = Object.keys(decisions) as Later[];

/** Takes a step after the checkout. */
export function attempt(command: Later, order: Order, { actor, at = AT }: { actor: Actor; at?: Date }): OrderDecision {
  return decisions[command](order, { actor, at, note: 'alasan' });
}
