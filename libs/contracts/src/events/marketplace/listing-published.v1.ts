import { declareEvent } from '../../declare-event.js';
import { listingFields, listingSample } from './listing-fields.js';
import { listingTopic } from './topics.js';

/** `marketplace.listing.published.v1` */
export const listingPublished = declareEvent({
  type: 'marketplace.listing.published.v1',
  topic: listingTopic,
  summary: 'An officer found the listing in order: everybody can order from it',
  key: 'listingId',
  fields: listingFields,
  sample: { ...listingSample, state: 'published' },
});
