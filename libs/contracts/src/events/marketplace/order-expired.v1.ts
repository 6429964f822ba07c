import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.expired.v1` */
export const orderExpired = declareEvent({
  type: 'marketplace.order.expired.v1',
  topic: orderTopic,
  summary: 'It was not paid in time; its goods are free again',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'expired' },
});
