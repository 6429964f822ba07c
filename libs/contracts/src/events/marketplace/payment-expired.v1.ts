import { declareEvent } from '../../declare-event.js';
import { paymentFields, paymentSample } from './payment-fields.js';
import { paymentTopic } from './topics.js';

/** `marketplace.payment.expired.v1` */
export const paymentExpired = declareEvent({
  type: 'marketplace.payment.expired.v1',
  topic: paymentTopic,
  summary: 'Nobody paid in time',
  key: 'paymentId',
  fields: paymentFields,
  sample: { ...paymentSample, state: 'expired' },
});
