import { declareEvent } from '../../declare-event.js';
import { businessFields, businessSample } from './business-fields.js';
import { businessTopic } from './topics.js';

/** `marketplace.business.returned.v1` */
export const businessReturned = declareEvent({
  type: 'marketplace.business.returned.v1',
  topic: businessTopic,
  summary: 'An officer returned an application to be corrected',
  key: 'businessId',
  fields: businessFields,
  sample: { ...businessSample, state: 'returned' },
});
