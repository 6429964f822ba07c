import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.declined.v1` */
export const orderDeclined = declareEvent({
  type: 'marketplace.order.declined.v1',
  topic: orderTopic,
  summary: 'The seller does not take it on; the money goes back',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'declined' },
});
