import { describe, expect, it } from '@jest/globals';
import { NotYourStep, type RecipientSeal } from '@jaki/kernel';
import { actors, AT } from '../../../test/world.js';
import { allStates, asked, attempt, CODE, type Later, orderIn, people } from '../../../test/worlds/orders.js';
import { handOver, overdue, place } from './decisions.js';
import { WrongPickupCode } from './errors.js';
import type { Consequences, OrderDecision } from './order.js';
import type { State } from './states.js';

const HOUR = 3_600_000;

function follows({ goods, refund, earned }: OrderDecision): Consequences {
  return { ...(goods && { goods }), ...(refund && { refund }), ...(earned && { earned }) };
}

// Who takes each step is the workflow's matter; here it is somebody who may.
const by: Record<Later, keyof typeof people> = {
  pay: 'platform',
  expire: 'platform',
  cancel: 'buyer',
  accept: 'seller',
  decline: 'seller',
  lapse: 'platform',
  make_ready: 'seller',
  call_off: 'seller',
  hand_over: 'seller',
  give_up: 'platform',
  complete: 'buyer',
};

const after = (state: State, command: Later, at = AT) =>
  attempt(command, orderIn(state), { actor: people[by[command]], at });

describe('a new order', () => {
  it('waits for the money of the citizen who checked out', () => {
    const { next, facts, ...rest } = place(asked, { actor: people.buyer, at: AT });
    const { id: buyer, recipient } = people.buyer;
    expect(next).toEqual({ ...asked, state: 'awaiting_payment', buyer, recipient, version: 1 });
    expect(facts).toEqual([{ type: 'placed', version: 1, at: AT }]);
    expect(rest).toEqual({});
  });

  it('has no recipient when its buyer has none', () => {
    expect(place(asked, { actor: people.other, at: AT }).next).not.toHaveProperty('recipient');
  });

  it('is for citizens who act for themselves', () => {
    const citizenInOffice = { ...people.buyerInOffice, roles: ['citizen'] };
    for (const actor of [people.officer, people.buyerInOffice, citizenInOffice, actors.channel, people.platform])
      expect(() => place(asked, { actor, at: AT })).toThrow(NotYourStep);
  });
});

describe('what follows for goods and money', () => {
  it.each<[State, Later, Consequences]>([
    ['awaiting_payment', 'pay', { goods: 'consume' }],
    ['expired', 'pay', { goods: 'consume' }],
    ['awaiting_payment', 'expire', { goods: 'release' }],
    ['awaiting_payment', 'cancel', { goods: 'release' }],
    ['paid', 'cancel', { goods: 'return', refund: 'order_cancelled' }],
    ['paid', 'accept', {}],
    ['paid', 'decline', { goods: 'return', refund: 'order_declined' }],
    ['paid', 'lapse', { goods: 'return', refund: 'order_lapsed' }],
    ['accepted', 'lapse', { goods: 'return', refund: 'order_lapsed' }],
    ['accepted', 'make_ready', {}],
    ['accepted', 'call_off', { refund: 'order_called_off' }],
    ['ready', 'call_off', { refund: 'order_called_off' }],
    ['ready', 'hand_over', {}],
    ['ready', 'give_up', { refund: 'order_uncollected' }],
    ['handed_over', 'complete', { earned: true }],
  ])('of one that is %s, from %s, is this', (state, command, consequences) => {
    expect(follows(after(state, command))).toEqual(consequences);
  });
});

describe('the deadline of an order', () => {
  const LATER = new Date('2026-11-25T10:00:00.000Z');

  it.each<[State, Later, number]>([
    ['awaiting_payment', 'pay', 2],
    ['expired', 'pay', 2],
    ['paid', 'accept', 24],
    ['accepted', 'make_ready', 24],
    ['ready', 'hand_over', 48],
  ])('of one that was %s, after %s, is so many hours from then', (state, command, hours) => {
    expect(after(state, command, LATER).next.dueAt).toEqual(new Date(LATER.getTime() + hours * HOUR));
  });

  it.each<[State, Later]>([
    ['awaiting_payment', 'expire'],
    ['awaiting_payment', 'cancel'],
    ['paid', 'cancel'],
    ['paid', 'decline'],
    ['paid', 'lapse'],
    ['accepted', 'lapse'],
    ['accepted', 'call_off'],
    ['ready', 'call_off'],
    ['ready', 'give_up'],
    ['handed_over', 'complete'],
  ])('of one that was %s is gone when %s ends it', (state, command) => {
    expect(after(state, command).next).not.toHaveProperty('dueAt');
  });

  it('is none while the payment has one', () => {
    expect(place(asked, { actor: people.buyer, at: AT }).next).not.toHaveProperty('dueAt');
  });

  it.each<[State, State | undefined, Consequences]>([
    ['awaiting_payment', undefined, {}],
    ['paid', 'declined', { goods: 'return', refund: 'order_lapsed' }],
    ['accepted', 'declined', { goods: 'return', refund: 'order_lapsed' }],
    ['ready', 'uncollected', { refund: 'order_uncollected' }],
    ['handed_over', 'completed', { earned: true }],
    ['completed', undefined, {}],
    ['expired', undefined, {}],
    ['cancelled', undefined, {}],
    ['declined', undefined, {}],
    ['called_off', undefined, {}],
    ['uncollected', undefined, {}],
  ])('when it is over for one that is %s, makes it %s', (state, to, consequences) => {
    const decision = overdue(orderIn(state), { actor: people.platform, at: AT });
    expect(decision?.next.state).toBe(to);
    expect(decision === undefined ? {} : follows(decision)).toEqual(consequences);
  });

  it('is kept by the platform alone', () => {
    for (const state of allStates.filter((each) => orderIn(each).dueAt !== undefined))
      expect(() => overdue(orderIn(state), { actor: people.seller, at: AT })).toThrow(NotYourStep);
  });
});

describe('fetching an order', () => {
  it.each(['', '042918', '42917', ` ${CODE}`, `${CODE}0`])('takes the very code of the buyer, not %j', (code) => {
    const order = orderIn('ready');
    const act = () => handOver(order, { actor: people.seller, at: AT, code });
    expect(act).toThrow(WrongPickupCode);
    expect(act).toThrow(expect.objectContaining({ code: 'wrong_pickup_code', kind: 'invalid', details: {} }));
  });

  it('tells nobody but the seller whether a code is right', () => {
    const code = 'wrong';
    expect(() => handOver(orderIn('ready'), { actor: people.other, at: AT, code })).toThrow(NotYourStep);
  });
});

describe('an order after a step', () => {
  it('is as it was but for its state, its deadline and its version', () => {
    for (const [state, command] of [
      ['awaiting_payment', 'pay'],
      ['paid', 'accept'],
      ['accepted', 'call_off'],
      ['handed_over', 'complete'],
    ] as const) {
      const { state: _, version: __, dueAt: ___, ...before } = { dueAt: AT, ...orderIn(state) };
      expect(after(state, command).next).toMatchObject(before);
    }
  });

  it('has the newest seal of its buyer when the buyer took it', () => {
    const actor = { ...people.buyer, recipient: 'n.e.w.e.r' as RecipientSeal };
    for (const [state, command] of [
      ['awaiting_payment', 'cancel'],
      ['paid', 'cancel'],
      ['handed_over', 'complete'],
    ] as const)
      expect(attempt(command, orderIn(state), { actor }).next.recipient).toBe('n.e.w.e.r');
  });

  it('keeps the seal of its buyer when somebody else took it', () => {
    const { recipient } = people.buyer;
    expect(after('paid', 'accept').next.recipient).toBe(recipient);
    expect(attempt('complete', orderIn('handed_over'), { actor: people.platform }).next.recipient).toBe(recipient);
  });
});
