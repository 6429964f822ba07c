import {
  announce,
  type Announcement,
  businessApplied,
  businessClosed,
  businessPaymentCodeRegistered,
  businessRefused,
  businessResubmitted,
  businessResumed,
  businessReturned,
  businessSuspended,
  businessVerified,
} from '@jaki/contracts';
import { defined } from '@jaki/kernel';
import type { Business, Decision, Fact } from './domain/business.js';

/** All that the world is told about a decision: no name, no NIB, no proof, no reason, no owner. */
export function toContracts({ next, facts }: Decision): Announcement[] {
  return facts.map((fact) => toContract(next, fact));
}

function toContract(business: Business, { type, version, at }: Fact): Announcement {
  const { id: businessId, number, kind, region, state, recipient } = business;
  const data = { businessId, number, kind, region, state, ...defined({ recipient }) };
  return announce(events[type], { sequence: version, time: at, data });
}

const events = {
  applied: businessApplied,
  resubmitted: businessResubmitted,
  returned: businessReturned,
  refused: businessRefused,
  verified: businessVerified,
  suspended: businessSuspended,
  resumed: businessResumed,
  closed: businessClosed,
  payment_code_registered: businessPaymentCodeRegistered,
} as const satisfies Record<Fact['type'], unknown>;
