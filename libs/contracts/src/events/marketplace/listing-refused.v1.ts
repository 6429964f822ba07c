import { declareEvent } from '../../declare-event.js';
import { listingFields, listingSample } from './listing-fields.js';
import { listingTopic } from './topics.js';

/** `marketplace.listing.refused.v1` */
export const listingRefused = declareEvent({
  type: 'marketplace.listing.refused.v1',
  topic: listingTopic,
  summary: 'An officer refused the listing, or took it off',
  key: 'listingId',
  fields: listingFields,
  sample: { ...listingSample, state: 'refused' },
});
