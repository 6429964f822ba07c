import { declareEvent } from '../../declare-event.js';
import { listingFields, listingSample } from './listing-fields.js';
import { listingTopic } from './topics.js';

/** `marketplace.listing.paused.v1` */
export const listingPaused = declareEvent({
  type: 'marketplace.listing.paused.v1',
  topic: listingTopic,
  summary: 'The owner took the listing off for the time being',
  key: 'listingId',
  fields: listingFields,
  sample: { ...listingSample, state: 'paused' },
});
