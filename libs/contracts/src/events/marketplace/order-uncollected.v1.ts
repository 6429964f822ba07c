import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.uncollected.v1` */
export const orderUncollected = declareEvent({
  type: 'marketplace.order.uncollected.v1',
  topic: orderTopic,
  summary: 'Nobody fetched it in time; the money goes back',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'uncollected' },
});
