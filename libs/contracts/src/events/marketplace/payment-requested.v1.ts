import { declareEvent } from '../../declare-event.js';
import { paymentFields, paymentSample } from './payment-fields.js';
import { paymentTopic } from './topics.js';

/** `marketplace.payment.requested.v1` */
export const paymentRequested = declareEvent({
  type: 'marketplace.payment.requested.v1',
  topic: paymentTopic,
  summary: 'A checkout asks for money',
  key: 'paymentId',
  fields: paymentFields,
  sample: { ...paymentSample, state: 'pending' },
});
