import { declareEvent } from '../../declare-event.js';
import { paymentFields, paymentSample } from './payment-fields.js';
import { paymentTopic } from './topics.js';

/** `marketplace.payment.cancelled.v1` */
export const paymentCancelled = declareEvent({
  type: 'marketplace.payment.cancelled.v1',
  topic: paymentTopic,
  summary: 'The buyer gave the checkout up',
  key: 'paymentId',
  fields: paymentFields,
  sample: { ...paymentSample, state: 'cancelled' },
});
