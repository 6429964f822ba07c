import { declareEvent } from '../../declare-event.js';
import { listingFields, listingSample } from './listing-fields.js';
import { listingTopic } from './topics.js';

/** `marketplace.listing.drafted.v1` */
export const listingDrafted = declareEvent({
  type: 'marketplace.listing.drafted.v1',
  topic: listingTopic,
  summary: 'The owner began a listing',
  key: 'listingId',
  fields: listingFields,
  sample: { ...listingSample, state: 'draft' },
});
