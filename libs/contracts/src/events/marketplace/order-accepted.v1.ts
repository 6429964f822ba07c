import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.accepted.v1` */
export const orderAccepted = declareEvent({
  type: 'marketplace.order.accepted.v1',
  topic: orderTopic,
  summary: 'The seller takes it on',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'accepted' },
});
