import { type EventData, type orderPaid, orderTopic } from '@jaki/contracts';
import { noticesFrom } from '../../telling/notices-from.js';
import { money, person } from '../../telling/whom.js';

type Order = EventData<typeof orderPaid>;

const buyer = (order: Pick<Order, 'buyer'>) => person(order.buyer);
const seller = (order: Pick<Order, 'seller'>) => person(order.seller);

/** Who is told of what becomes of an order; the texts are in `data/texts/marketplace`. */
export const orderNotices = noticesFrom(orderTopic, {
  subject: ({ orderId, number }) => ({ type: 'order', id: orderId, label: number }),
  words: ({ amount }) => ({ amount: money(amount) }),
  on: {
    paid: { tell: { order_paid: buyer, order_arrived: seller } },
    // Of an order that was not paid the seller never knew: its events name no seller.
    cancelled: { tell: { order_cancelled: seller } },
    accepted: { tell: { order_accepted: buyer } },
    declined: { tell: { order_declined: buyer } },
    lapsed: { tell: { order_lapsed: buyer, order_missed: seller } },
    called_off: { tell: { order_called_off: buyer } },
    ready: { tell: { order_ready: buyer } },
    handed_over: { tell: { order_handed_over: buyer } },
    completed: { tell: { order_completed: seller } },
    uncollected: { tell: { order_uncollected: buyer, order_left: seller } },
  },
});
