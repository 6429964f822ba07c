import { describe, expect, it } from '@jest/globals';
import { AT } from '../../../test/world.js';
import { people } from '../../../test/worlds/orders.js';
import { asked, attempt, type Later, paymentIn, refund } from '../../../test/worlds/payments.js';
import { toContracts } from '../published.js';
import { noteRefund, request } from './decisions.js';
import type { State } from './states.js';

const { recipient } = people.buyer;
const whole = { paymentId: asked.id, number: asked.number, amount: 80_000, recipient };

describe('what the world is told of a payment', () => {
  it.each<[State, Later, keyof typeof people, string]>([
    ['pending', 'pay', 'platform', 'paid'],
    ['failed', 'pay', 'platform', 'paid'],
    ['pending', 'expire', 'platform', 'expired'],
    ['pending', 'fail', 'platform', 'failed'],
    ['pending', 'cancel', 'buyer', 'cancelled'],
  ])('that is %s and has %s is, by %s, payment.%s', (state, command, who, event) => {
    const decision = attempt(command, paymentIn(state), people[who]);
    const [told, ...more] = toContracts(decision);
    expect(told?.declaration.type).toBe(`marketplace.payment.${event}.v1`);
    expect(told).toMatchObject({ key: asked.id, sequence: 4, time: AT });
    expect(told?.data).toEqual({ ...whole, state: decision.next.state });
    expect(more).toEqual([]);
  });

  it('is that it was requested', () => {
    const [told] = toContracts(request(asked, { actor: people.buyer, at: AT }));
    expect(told?.declaration.type).toBe('marketplace.payment.requested.v1');
    expect(told?.data).toEqual({ ...whole, state: 'pending' });
  });

  it.each(['refund_requested', 'refund_made', 'refund_stuck'] as const)('is, as a %s, how much goes back', (type) => {
    const [told] = toContracts(noteRefund(paymentIn('paid'), type, { refund, at: AT }));
    expect(told?.declaration.type).toBe(`marketplace.payment.${type}.v1`);
    const back = { refundId: refund.id, refundAmount: 5_000, reason: 'surplus' };
    expect(told?.data).toEqual({ ...whole, ...back, state: 'paid' });
  });

  it('never names who pays', () => {
    const { recipient: _, ...unsealed } = paymentIn('pending');
    const told = toContracts(attempt('pay', unsealed, people.platform));
    expect(told.map(({ data }) => data)).toEqual([
      { paymentId: asked.id, number: asked.number, amount: 80_000, state: 'paid' },
    ]);
  });
});
