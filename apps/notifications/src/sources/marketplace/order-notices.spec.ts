import { describe, expect, it } from '@jest/globals';
import { eventsIn, listingTopic, orderTopic, paymentTopic, type Topic } from '@jaki/contracts';
import { type NoticeSource } from '../../telling/notices-from.js';
import { listingNotices } from './listing-notices.js';
import { orderNotices } from './order-notices.js';
import { paymentNotices } from './payment-notices.js';

const [buyer, seller, owner] = ['b..b.c.d', 's..b.c.d', 'o..b.c.d'];

/** Which template goes to whom, by the last letters of the seal or the kind of office. */
function told(source: NoticeSource, topic: Topic, name: string, of: object): [string, string][] {
  const declaration = eventsIn(topic).get(name)!;
  const { notices } = source.read({ type: declaration.type, data: { ...declaration.sample, ...of } });
  return notices.map(({ template, address }) => {
    const whom = address.to === 'person' ? address.seal.charAt(0) : address.to;
    return [template, whom];
  });
}

// Written by hand: this is what the city was promised.
const expected: [NoticeSource, Topic, Record<string, [string, string][]>][] = [
  [
    listingNotices,
    listingTopic,
    {
      drafted: [],
      revised: [],
      submitted: [['listing_arrived', 'kelurahan_office']],
      published: [['listing_published', 'o']],
      refused: [['listing_refused', 'o']],
      paused: [],
      resumed: [],
      repriced: [],
      withdrawn: [],
    },
  ],
  [
    orderNotices,
    orderTopic,
    {
      placed: [],
      paid: [
        ['order_paid', 'b'],
        ['order_arrived', 's'],
      ],
      expired: [],
      cancelled: [['order_cancelled', 's']],
      accepted: [['order_accepted', 'b']],
      declined: [['order_declined', 'b']],
      lapsed: [
        ['order_lapsed', 'b'],
        ['order_missed', 's'],
      ],
      called_off: [['order_called_off', 'b']],
      ready: [['order_ready', 'b']],
      handed_over: [['order_handed_over', 'b']],
      completed: [['order_completed', 's']],
      uncollected: [
        ['order_uncollected', 'b'],
        ['order_left', 's'],
      ],
    },
  ],
  [
    paymentNotices,
    paymentTopic,
    {
      requested: [],
      paid: [],
      expired: [['payment_expired', 'o']],
      failed: [['payment_failed', 'o']],
      cancelled: [],
      refund_requested: [['refund_requested', 'o']],
      refund_made: [['refund_made', 'o']],
      refund_stuck: [['refund_stuck', 'o']],
    },
  ],
];

describe.each(expected)('notices about listings, orders and payments', (source, topic, of) => {
  it.each([...eventsIn(topic).keys()])(`${topic.name}: %s reach exactly those whom it concerns`, (name) => {
    expect(told(source, topic, name, { buyer, seller, recipient: owner })).toEqual(of[name]);
  });

  it(`${topic.name}: leave out whoever is not named`, () => {
    const names = [...eventsIn(topic).keys()];
    const all = names.flatMap((name) => told(source, topic, name, {}));
    expect(all.filter(([, whom]) => whom !== 'kelurahan_office')).toEqual([]);
  });
});
