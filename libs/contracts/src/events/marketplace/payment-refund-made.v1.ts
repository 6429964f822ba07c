import { declareEvent } from '../../declare-event.js';
import { refundFields, refundSample } from './payment-fields.js';
import { paymentTopic } from './topics.js';

/** `marketplace.payment.refund_made.v1` */
export const paymentRefundMade = declareEvent({
  type: 'marketplace.payment.refund_made.v1',
  topic: paymentTopic,
  summary: 'The acquirer gave it back',
  key: 'paymentId',
  fields: refundFields,
  sample: { ...refundSample, state: 'paid' },
});
