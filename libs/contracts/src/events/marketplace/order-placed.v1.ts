import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.placed.v1` */
export const orderPlaced = declareEvent({
  type: 'marketplace.order.placed.v1',
  topic: orderTopic,
  summary: 'A checkout made the order; its goods are held until it is paid',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'awaiting_payment' },
});
