import { declareEvent } from '../../declare-event.js';
import { businessFields, businessSample } from './business-fields.js';
import { businessTopic } from './topics.js';

/** `marketplace.business.resubmitted.v1` */
export const businessResubmitted = declareEvent({
  type: 'marketplace.business.resubmitted.v1',
  topic: businessTopic,
  summary: 'The owner handed a returned application in again',
  key: 'businessId',
  fields: businessFields,
  sample: { ...businessSample, state: 'submitted' },
});
