import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.lapsed.v1` */
export const orderLapsed = declareEvent({
  type: 'marketplace.order.lapsed.v1',
  topic: orderTopic,
  summary: 'The seller did not answer in time; the money goes back',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'declined' },
});
