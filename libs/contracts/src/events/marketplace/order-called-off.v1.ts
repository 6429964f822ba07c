import { declareEvent } from '../../declare-event.js';
import { orderFields, orderSample } from './order-fields.js';
import { orderTopic } from './topics.js';

/** `marketplace.order.called_off.v1` */
export const orderCalledOff = declareEvent({
  type: 'marketplace.order.called_off.v1',
  topic: orderTopic,
  summary: 'The seller cannot fulfil what was taken on; the money goes back',
  key: 'orderId',
  fields: orderFields,
  sample: { ...orderSample, state: 'called_off' },
});
