import {
  announce,
  type Announcement,
  orderAccepted,
  orderCalledOff,
  orderCancelled,
  orderCompleted,
  orderDeclined,
  orderExpired,
  orderHandedOver,
  orderLapsed,
  orderPaid,
  orderPlaced,
  orderReady,
  orderUncollected,
} from '@jaki/contracts';
import { defined } from '@jaki/kernel';
import type { Fact, OrderDecision } from './domain/order.js';

/** All that the world is told about a decision: no goods, no code, no reason, no person. */
export function toContracts(decision: OrderDecision): Announcement[] {
  return decision.facts.map((fact) => toContract(decision, fact));
}

function toContract({ next: order }: OrderDecision, { type, version, at }: Fact): Announcement {
  const { id: orderId, number, paymentId, state, seller } = order;
  // Of an order that was never paid its seller is told nothing.
  const whom = defined({ buyer: order.recipient, seller: order.paidAt && seller.recipient });
  const data = { orderId, number, businessId: seller.id, paymentId, region: seller.region, state, ...whom };
  return announce(events[type], { sequence: version, time: at, data: { ...data, amount: Number(order.amount) } });
}

const events = {
  placed: orderPlaced,
  paid: orderPaid,
  expired: orderExpired,
  cancelled: orderCancelled,
  accepted: orderAccepted,
  declined: orderDeclined,
  lapsed: orderLapsed,
  called_off: orderCalledOff,
  ready: orderReady,
  handed_over: orderHandedOver,
  completed: orderCompleted,
  uncollected: orderUncollected,
} as const satisfies Record<Fact['type'], unknown>;
