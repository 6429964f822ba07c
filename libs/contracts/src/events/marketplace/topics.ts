import { FOREVER, type Topic } from '../../topic.js';

/** One stream per business, from its application on. */
export const businessTopic = {
  name: 'marketplace.business.v1',
  owner: 'marketplace',
  partitions: 6,
  retentionMs: FOREVER,
  description: 'Businesses on the platform: their application, how it was checked, suspension and closing',
} as const satisfies Topic;

/** One stream per listing, from its first draft on. */
export const listingTopic = {
  name: 'marketplace.listing.v1',
  owner: 'marketplace',
  partitions: 6,
  retentionMs: FOREVER,
  description: 'What businesses offer: drafted, checked, shown, paused, withdrawn',
} as const satisfies Topic;

/** One stream per order. A checkout over several sellers makes one order for each. */
export const orderTopic = {
  name: 'marketplace.order.v1',
  owner: 'marketplace',
  partitions: 12,
  retentionMs: FOREVER,
  description: 'Orders: placed, paid, accepted, made ready, handed over, completed, or how else they ended',
} as const satisfies Topic;

/** One stream per payment, which pays a checkout and all its orders. */
export const paymentTopic = {
  name: 'marketplace.payment.v1',
  owner: 'marketplace',
  partitions: 12,
  retentionMs: FOREVER,
  description: 'Payments of checkouts: asked for, paid, not paid, and what is given back',
} as const satisfies Topic;
