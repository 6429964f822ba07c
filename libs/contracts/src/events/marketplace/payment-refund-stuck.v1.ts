import { declareEvent } from '../../declare-event.js';
import { refundFields, refundSample } from './payment-fields.js';
import { paymentTopic } from './topics.js';

/** `marketplace.payment.refund_stuck.v1` */
export const paymentRefundStuck = declareEvent({
  type: 'marketplace.payment.refund_stuck.v1',
  topic: paymentTopic,
  summary: 'The acquirer cannot give it back: a person must',
  key: 'paymentId',
  fields: refundFields,
  sample: { ...refundSample, state: 'paid' },
});
