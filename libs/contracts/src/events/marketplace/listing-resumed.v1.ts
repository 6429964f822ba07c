import { declareEvent } from '../../declare-event.js';
import { listingFields, listingSample } from './listing-fields.js';
import { listingTopic } from './topics.js';

/** `marketplace.listing.resumed.v1` */
export const listingResumed = declareEvent({
  type: 'marketplace.listing.resumed.v1',
  topic: listingTopic,
  summary: 'The owner shows the listing again',
  key: 'listingId',
  fields: listingFields,
  sample: { ...listingSample, state: 'published' },
});
