import { declareEvent } from '../../declare-event.js';
import { businessFields, businessSample } from './business-fields.js';
import { businessTopic } from './topics.js';

/** `marketplace.business.closed.v1` */
export const businessClosed = declareEvent({
  type: 'marketplace.business.closed.v1',
  topic: businessTopic,
  summary: 'The owner closed the business',
  key: 'businessId',
  fields: businessFields,
  sample: { ...businessSample, state: 'closed' },
});
