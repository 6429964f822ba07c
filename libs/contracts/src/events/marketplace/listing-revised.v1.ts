import { declareEvent } from '../../declare-event.js';
import { listingFields, listingSample } from './listing-fields.js';
import { listingTopic } from './topics.js';

/** `marketplace.listing.revised.v1` */
export const listingRevised = declareEvent({
  type: 'marketplace.listing.revised.v1',
  topic: listingTopic,
  summary: 'The owner changed the words of a listing that is not shown',
  key: 'listingId',
  fields: listingFields,
  sample: { ...listingSample, state: 'draft' },
});
