import { declareEvent } from '../../declare-event.js';
import { businessFields, businessSample } from './business-fields.js';
import { businessTopic } from './topics.js';

/** `marketplace.business.refused.v1` */
export const businessRefused = declareEvent({
  type: 'marketplace.business.refused.v1',
  topic: businessTopic,
  summary: 'An officer refused an application for good',
  key: 'businessId',
  fields: businessFields,
  sample: { ...businessSample, state: 'refused' },
});
