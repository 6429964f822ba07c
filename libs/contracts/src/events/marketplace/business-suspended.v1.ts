import { declareEvent } from '../../declare-event.js';
import { businessFields, businessSample } from './business-fields.js';
import { businessTopic } from './topics.js';

/** `marketplace.business.suspended.v1` */
export const businessSuspended = declareEvent({
  type: 'marketplace.business.suspended.v1',
  topic: businessTopic,
  summary: 'An officer stopped a business for the time being',
  key: 'businessId',
  fields: businessFields,
  sample: { ...businessSample, state: 'suspended' },
});
