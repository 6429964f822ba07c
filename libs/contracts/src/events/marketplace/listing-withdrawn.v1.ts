import { declareEvent } from '../../declare-event.js';
import { listingFields, listingSample } from './listing-fields.js';
import { listingTopic } from './topics.js';

/** `marketplace.listing.withdrawn.v1` */
export const listingWithdrawn = declareEvent({
  type: 'marketplace.listing.withdrawn.v1',
  topic: listingTopic,
  summary: 'The owner took the listing off for good',
  key: 'listingId',
  fields: listingFields,
  sample: { ...listingSample, state: 'withdrawn' },
});
