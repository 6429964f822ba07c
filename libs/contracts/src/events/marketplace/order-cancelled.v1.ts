import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.cancelled.v1` */
export const orderCancelled = declareEvent({
  type: 'marketplace.order.cancelled.v1',
  topic: orderTopic,
  summary: 'The buyer cancelled it',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'cancelled' },
});
