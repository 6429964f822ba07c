import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.handed_over.v1` */
export const orderHandedOver = declareEvent({
  type: 'marketplace.order.handed_over.v1',
  topic: orderTopic,
  summary: 'The buyer fetched it and showed the code',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'handed_over' },
});
