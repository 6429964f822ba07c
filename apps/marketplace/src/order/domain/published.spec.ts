import { describe, expect, it } from '@jest/globals';
import { AT } from '../../../test/world.js';
import { asked, attempt, type Later, orderIn, people } from '../../../test/worlds/orders.js';
import { toContracts } from '../published.js';
import { place } from './decisions.js';
import type { State } from './states.js';

type Case = [State, Later, keyof typeof people, string, 'the seller too' | 'the buyer alone'];

// By hand: what each step is called in the world, and whether the seller learns of it.
const cases: Case[] = [
  ['awaiting_payment', 'pay', 'platform', 'paid', 'the seller too'],
  ['expired', 'pay', 'platform', 'paid', 'the seller too'],
  ['awaiting_payment', 'expire', 'platform', 'expired', 'the buyer alone'],
  ['awaiting_payment', 'cancel', 'buyer', 'cancelled', 'the buyer alone'],
  ['paid', 'cancel', 'buyer', 'cancelled', 'the seller too'],
  ['paid', 'accept', 'seller', 'accepted', 'the seller too'],
  ['paid', 'decline', 'seller', 'declined', 'the seller too'],
  ['paid', 'lapse', 'platform', 'lapsed', 'the seller too'],
  ['accepted', 'lapse', 'platform', 'lapsed', 'the seller too'],
  ['accepted', 'make_ready', 'seller', 'ready', 'the seller too'],
  ['ready', 'call_off', 'seller', 'called_off', 'the seller too'],
  ['ready', 'hand_over', 'seller', 'handed_over', 'the seller too'],
  ['ready', 'give_up', 'platform', 'uncollected', 'the seller too'],
  ['handed_over', 'complete', 'buyer', 'completed', 'the seller too'],
];

const whole = {
  orderId: asked.id,
  number: asked.number,
  businessId: asked.seller.id,
  paymentId: asked.paymentId,
  region: asked.seller.region,
  amount: 50_000,
  buyer: people.buyer.recipient,
};

describe('what the world is told of an order', () => {
  it.each(cases)('that is %s and has %s is, by %s, order.%s, told to %s', (state, command, who, event, whom) => {
    const decision = attempt(command, orderIn(state), { actor: people[who] });
    const [told, ...more] = toContracts(decision);
    const seller = whom === 'the seller too' ? { seller: asked.seller.recipient } : {};
    expect(told?.declaration.type).toBe(`marketplace.order.${event}.v1`);
    expect(told).toMatchObject({ key: asked.id, sequence: 4, time: AT });
    expect(told?.data).toEqual({ ...whole, ...seller, state: decision.next.state });
    expect(more).toEqual([]);
  });

  it('is told to the buyer alone when it is placed', () => {
    const [told] = toContracts(place(asked, { actor: people.buyer, at: AT }));
    expect(told?.declaration.type).toBe('marketplace.order.placed.v1');
    expect(told?.data).toEqual({ ...whole, state: 'awaiting_payment' });
  });

  it('names nobody for whom there is no seal', () => {
    const { recipient: _, ...seller } = asked.seller;
    const [told] = toContracts(attempt('pay', { ...orderIn('expired'), seller }, { actor: people.platform }));
    expect(told?.data).toEqual({ ...whole, state: 'paid' });
  });

  it('holds neither the code nor a reason nor a person', () => {
    const said = JSON.stringify(
      cases.flatMap(([state, command, who]) =>
        toContracts(attempt(command, orderIn(state), { actor: people[who] })).map(({ data }) => data),
      ),
    );
    for (const secret of [asked.pickupCode, 'alasan', people.buyer.id, people.seller.id])
      expect(said).not.toContain(secret);
  });
});
