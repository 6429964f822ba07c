import { declareEvent } from '../../declare-event.js';
import { listingFields, listingSample } from './listing-fields.js';
import { listingTopic } from './topics.js';

/** `marketplace.listing.repriced.v1` */
export const listingRepriced = declareEvent({
  type: 'marketplace.listing.repriced.v1',
  topic: listingTopic,
  summary: 'The owner changed the price of an offer; orders that were placed keep theirs',
  key: 'listingId',
  fields: listingFields,
  sample: { ...listingSample, state: 'published' },
});
