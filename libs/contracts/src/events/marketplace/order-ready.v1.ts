import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.ready.v1` */
export const orderReady = declareEvent({
  type: 'marketplace.order.ready.v1',
  topic: orderTopic,
  summary: 'It can be fetched',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'ready' },
});
