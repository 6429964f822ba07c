import { describe, expect, it } from '@jest/globals';
import { IllegalTransition, NotYourStep, type RecipientSeal } from '@jaki/kernel';
import { actors, AT } from '../../../test/world.js';
import { stepsOf } from '../../../test/worlds/life.js';
import { people } from '../../../test/worlds/orders.js';
import { allStates, asked, attempt, commands, type Later, paymentIn, refund } from '../../../test/worlds/payments.js';
import { noteRefund, request } from './decisions.js';
import { isPlatform } from './payment.js';
import type { State } from './states.js';
import { life } from './workflow.js';

const { possible, impossible } = stepsOf<State, Later, keyof typeof people>(
  { states: allStates, commands },
  `pending pay    platform paid      paid
   expired pay    platform paid      paid
   failed  pay    platform paid      paid
   pending expire platform expired   expired
   pending fail   platform failed    failed
   pending cancel buyer    cancelled cancelled`,
);

describe('the life of a payment', () => {
  it.each(possible)('lets $command happen to a payment that is $state', ({ state, command, who, to, tells }) => {
    for (const name of who) {
      const { next, facts } = attempt(command, paymentIn(state), people[name]);
      expect(next).toEqual({ ...paymentIn(to), version: 4 });
      expect(facts).toEqual([{ type: tells, version: 4, at: AT }]);
    }
  });

  it.each(possible)('lets nobody else $command one that is $state', ({ state, command, who }) => {
    const others = Object.entries(people).filter(([name]) => !(who as string[]).includes(name));
    expect(others).toHaveLength(6);
    for (const [, actor] of others) expect(() => attempt(command, paymentIn(state), actor)).toThrow(NotYourStep);
  });

  it.each(impossible)('knows no $command for one that is $state, whoever asks', ({ state, command }) => {
    for (const actor of Object.values(people))
      expect(() => attempt(command, paymentIn(state), actor)).toThrow(IllegalTransition);
  });

  it('has every step of its table tried above', () => {
    expect(possible.length + impossible.length).toBe(5 * 4);
    expect(life.table.steps.map(({ command }) => command)).toEqual(['request', ...commands]);
  });

  it('begins with a citizen who acts for themselves, and is theirs', () => {
    const { next, facts } = request(asked, { actor: people.buyer, at: AT });
    const { id: buyer, recipient } = people.buyer;
    expect(next).toEqual({ ...asked, buyer, recipient, state: 'pending', version: 1 });
    expect(facts).toEqual([{ type: 'requested', version: 1, at: AT }]);
    expect(request(asked, { actor: people.other, at: AT }).next).not.toHaveProperty('recipient');
    const citizenInOffice = { ...people.buyerInOffice, roles: ['citizen'] };
    for (const actor of [people.officer, people.buyerInOffice, citizenInOffice, actors.channel, people.platform])
      expect(() => request(asked, { actor, at: AT })).toThrow(NotYourStep);
  });

  it('has the newest seal of the buyer who gives it up', () => {
    const actor = { ...people.buyer, recipient: 'n.e.w.e.r' as RecipientSeal };
    expect(attempt('cancel', paymentIn('pending'), actor).next.recipient).toBe('n.e.w.e.r');
  });

  it('has steps that the platform takes, which nobody else is', () => {
    const those = Object.entries(people).filter(([, actor]) => isPlatform(actor));
    expect(those.map(([name]) => name)).toEqual(['platform']);
  });
});

describe('money that goes back', () => {
  it.each(allStates)('is noted, one version a note, of a payment that is %s and stays so', (state) => {
    let payment = { ...paymentIn(state) } as ReturnType<typeof paymentIn>;
    for (const [index, type] of (['refund_requested', 'refund_stuck', 'refund_made'] as const).entries()) {
      const { next, facts } = noteRefund(payment, type, { refund, at: AT });
      expect(next).toEqual({ ...paymentIn(state), version: 4 + index });
      expect(facts).toEqual([{ type, refund, version: 4 + index, at: AT }]);
      payment = next;
    }
  });
});
