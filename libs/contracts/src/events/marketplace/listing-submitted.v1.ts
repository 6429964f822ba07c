import { declareEvent } from '../../declare-event.js';
import { listingFields, listingSample } from './listing-fields.js';
import { listingTopic } from './topics.js';

/** `marketplace.listing.submitted.v1` */
export const listingSubmitted = declareEvent({
  type: 'marketplace.listing.submitted.v1',
  topic: listingTopic,
  summary: 'The owner handed a listing in to be checked',
  key: 'listingId',
  fields: listingFields,
  sample: { ...listingSample, state: 'submitted' },
});
