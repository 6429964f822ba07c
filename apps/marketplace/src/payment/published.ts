import {
  announce,
  type Announcement,
  paymentCancelled,
  paymentExpired,
  paymentFailed,
  paymentPaid,
  paymentRefundMade,
  paymentRefundRequested,
  paymentRefundStuck,
  paymentRequested,
} from '@jaki/contracts';
import { defined } from '@jaki/kernel';
import type { Fact, Payment, PaymentDecision } from './domain/payment.js';

/** All that the world is told about a decision: amounts and states, never who pays. */
export function toContracts({ next, facts }: PaymentDecision): Announcement[] {
  return facts.map((fact) => toContract(next, fact));
}

function toContract({ id: paymentId, number, state, amount, recipient }: Payment, fact: Fact): Announcement {
  const { version: sequence, at: time } = fact;
  const data = { paymentId, number, state, amount: Number(amount), ...defined({ recipient }) };
  if (!('refund' in fact)) return announce(events[fact.type], { sequence, time, data });
  const { id: refundId, amount: refundAmount, reason } = fact.refund;
  const back = { ...data, refundId, refundAmount: Number(refundAmount), reason };
  return announce(refundEvents[fact.type], { sequence, time, data: back });
}

const events = {
  requested: paymentRequested,
  paid: paymentPaid,
  expired: paymentExpired,
  failed: paymentFailed,
  cancelled: paymentCancelled,
} as const;

const refundEvents = {
  refund_requested: paymentRefundRequested,
  refund_made: paymentRefundMade,
  refund_stuck: paymentRefundStuck,
} as const;
