import { declareEvent } from '../../declare-event.js';
import { businessFields, businessSample } from './business-fields.js';
import { businessTopic } from './topics.js';

/** `marketplace.business.payment_code_registered.v1` */
export const businessPaymentCodeRegistered = declareEvent({
  type: 'marketplace.business.payment_code_registered.v1',
  topic: businessTopic,
  summary: 'The owner said which QRIS code customers pay by',
  key: 'businessId',
  fields: businessFields,
  sample: { ...businessSample, state: 'verified' },
});
