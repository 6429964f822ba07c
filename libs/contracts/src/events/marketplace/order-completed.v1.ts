import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.completed.v1` */
export const orderCompleted = declareEvent({
  type: 'marketplace.order.completed.v1',
  topic: orderTopic,
  summary: 'The buyer is content, or said nothing in time: the seller has earned the money',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'completed' },
});
