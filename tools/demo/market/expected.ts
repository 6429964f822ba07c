import { type Expectation } from '../plot.js';
import { type Role } from './cast.js';

/** What is followed. The late buyer's order and payment are others than the buyer's. */
export const subjects = {
  business: 'marketplace.business',
  listing: 'marketplace.listing',
  payment: 'marketplace.payment',
  order: 'marketplace.order',
  latePayment: 'marketplace.payment',
  lateOrder: 'marketplace.order',
} as const;

/**
 * Written by hand, not made from the services' tables: this is what buyers and sellers were promised. Who buys is told
 * nothing of what they do themselves; who pays too late gets the money back, and hears of it twice.
 */
export const expected = {
  apply: {
    events: ['business.applied'],
    notices: { stallholder: ['business.applied'], kelurahan: ['business.applied'] },
  },
  verify: { events: ['business.verified'], notices: { stallholder: ['business.verified'] } },
  code: {
    events: ['business.payment_code_registered'],
    notices: { stallholder: ['business.payment_code_registered'] },
  },
  list: { events: ['listing.drafted', 'listing.submitted'], notices: { kelurahan: ['listing.submitted'] } },
  approve: { events: ['listing.published'], notices: { stallholder: ['listing.published'] } },
  checkOut: { events: ['payment.requested', 'order.placed'], notices: {} },
  pay: {
    events: ['payment.paid', 'order.paid'],
    notices: { buyer: ['order.paid'], stallholder: ['order.paid'] },
  },
  accept: { events: ['order.accepted'], notices: { buyer: ['order.accepted'] } },
  ready: { events: ['order.ready'], notices: { buyer: ['order.ready'] } },
  handOver: { events: ['order.handed_over'], notices: { buyer: ['order.handed_over'] } },
  complete: { events: ['order.completed'], notices: { stallholder: ['order.completed'] } },
  checkOutLate: { events: ['latePayment.requested', 'lateOrder.placed'], notices: {} },
  giveUp: { events: ['latePayment.cancelled', 'lateOrder.cancelled'], notices: {} },
  payTooLate: {
    events: ['latePayment.refund_requested', 'latePayment.refund_made'],
    notices: { lateBuyer: ['latePayment.refund_requested', 'latePayment.refund_made'] },
  },
  books: { events: [], notices: {} },
} as const satisfies Record<string, Expectation<Role, keyof typeof subjects>>;

export type ActName = keyof typeof expected;

/**
 * Two portions of 25,000 were sold, and a stall of this size pays no MDR on them. An account holds what went into it
 * (debit) less what went out of it (credit): the acquirer owes what the seller is owed, and what came too late went
 * back to the last rupiah.
 */
export const figures = {
  'rows of notices in the database': 14,
  'rupiah of balance in the statement': 50_000,
  'rupiah on the account acquirer': 50_000,
  'rupiah on the account seller': -50_000,
  'rupiah on the account buyers': 0,
  'rupiah on the account refunds': 0,
  'rupiah on the account mdr': 0,
} as const;
