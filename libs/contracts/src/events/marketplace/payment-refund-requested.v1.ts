import { declareEvent } from '../../declare-event.js';
import { refundFields, refundSample } from './payment-fields.js';
import { paymentTopic } from './topics.js';

/** `marketplace.payment.refund_requested.v1` */
export const paymentRefundRequested = declareEvent({
  type: 'marketplace.payment.refund_requested.v1',
  topic: paymentTopic,
  summary: 'Money that came is to go back',
  key: 'paymentId',
  fields: refundFields,
  sample: { ...refundSample, state: 'paid' },
});
