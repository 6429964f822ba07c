import { declareEvent } from '../../declare-event.js';
import { paymentFields, paymentSample } from './payment-fields.js';
import { paymentTopic } from './topics.js';

/** `marketplace.payment.failed.v1` */
export const paymentFailed = declareEvent({
  type: 'marketplace.payment.failed.v1',
  topic: paymentTopic,
  summary: 'The acquirer says that it cannot be paid any more',
  key: 'paymentId',
  fields: paymentFields,
  sample: { ...paymentSample, state: 'failed' },
});
