import { declareEvent } from '../../declare-event.js';
import { businessFields, businessSample } from './business-fields.js';
import { businessTopic } from './topics.js';

/** `marketplace.business.verified.v1` */
export const businessVerified = declareEvent({
  type: 'marketplace.business.verified.v1',
  topic: businessTopic,
  summary: 'An officer found that a business is what it says',
  key: 'businessId',
  fields: businessFields,
  sample: { ...businessSample, state: 'verified' },
});
