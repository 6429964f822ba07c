import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.paid.v1` */
export const orderPaid = declareEvent({
  type: 'marketplace.order.paid.v1',
  topic: orderTopic,
  summary: 'Its payment came',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'paid' },
});
