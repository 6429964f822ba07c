import { declareEvent } from '../../declare-event.js';
import { paymentFields, paymentSample } from './payment-fields.js';
import { paymentTopic } from './topics.js';

/** `marketplace.payment.paid.v1` */
export const paymentPaid = declareEvent({
  type: 'marketplace.payment.paid.v1',
  topic: paymentTopic,
  summary: 'The acquirer says that it was paid; also when it came late and the goods were still there',
  key: 'paymentId',
  fields: paymentFields,
  sample: { ...paymentSample, state: 'paid' },
});
