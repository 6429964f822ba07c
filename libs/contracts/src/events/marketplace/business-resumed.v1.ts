import { declareEvent } from '../../declare-event.js';
import { businessFields, businessSample } from './business-fields.js';
import { businessTopic } from './topics.js';

/** `marketplace.business.resumed.v1` */
export const businessResumed = declareEvent({
  type: 'marketplace.business.resumed.v1',
  topic: businessTopic,
  summary: 'A suspended business may go on',
  key: 'businessId',
  fields: businessFields,
  sample: { ...businessSample, state: 'verified' },
});
