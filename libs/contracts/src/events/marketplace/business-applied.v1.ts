import { declareEvent } from '../../declare-event.js';
import { businessFields, businessSample } from './business-fields.js';
import { businessTopic } from './topics.js';

/** `marketplace.business.applied.v1` */
export const businessApplied = declareEvent({
  type: 'marketplace.business.applied.v1',
  topic: businessTopic,
  summary: 'Somebody applied for a business; it waits at the office of its kelurahan',
  key: 'businessId',
  fields: businessFields,
  sample: { ...businessSample, state: 'submitted' },
});
