import { describe, expect, it } from '@jest/globals';
import { IllegalTransition, NotYourStep } from '@jaki/kernel';
import { AT } from '../../../test/world.js';
import { stepsOf } from '../../../test/worlds/life.js';
import { allStates, attempt, commands, type Later, orderIn, people } from '../../../test/worlds/orders.js';
import type { State } from './states.js';
import { life } from './workflow.js';

const { possible, impossible } = stepsOf<State, Later, keyof typeof people>(
  { states: allStates, commands },
  `awaiting_payment pay        platform       paid        paid
   awaiting_payment expire     platform       expired     expired
   awaiting_payment cancel     buyer          cancelled   cancelled
   paid             cancel     buyer          cancelled   cancelled
   paid             accept     seller         accepted    accepted
   paid             decline    seller         declined    declined
   paid             lapse      platform       declined    lapsed
   accepted         lapse      platform       declined    lapsed
   accepted         make_ready seller         ready       ready
   accepted         call_off   seller         called_off  called_off
   ready            call_off   seller         called_off  called_off
   ready            hand_over  seller         handed_over handed_over
   ready            give_up    platform       uncollected uncollected
   handed_over      complete   buyer,platform completed   completed
   expired          pay        platform       paid        paid`,
);

describe('the life of an order', () => {
  it.each(possible)('lets $command happen to an order that is $state', ({ state, command, who, to, tells }) => {
    for (const name of who) {
      const { next, facts } = attempt(command, orderIn(state), { actor: people[name] });
      expect([next.state, next.version]).toEqual([to, 4]);
      expect(facts).toEqual([{ type: tells, version: 4, at: AT, note: 'alasan' }]);
    }
  });

  it.each(possible)('lets nobody else $command one that is $state', ({ state, command, who }) => {
    const others = Object.entries(people).filter(([name]) => !(who as string[]).includes(name));
    expect(others).toHaveLength(7 - who.length);
    for (const [, actor] of others) expect(() => attempt(command, orderIn(state), { actor })).toThrow(NotYourStep);
  });

  it.each(impossible)('knows no $command for one that is $state, whoever asks', ({ state, command }) => {
    for (const actor of Object.values(people))
      expect(() => attempt(command, orderIn(state), { actor })).toThrow(IllegalTransition);
  });

  it('has every step of its table tried above', () => {
    expect(possible.length + impossible.length).toBe(11 * 11);
    expect(life.table.steps.map(({ command }) => command)).toEqual(['place', ...commands]);
  });

  it.each([
    ['pay', 'not_the_platform'],
    ['cancel', 'not_the_buyer'],
    ['accept', 'not_the_seller'],
  ] as const)('tells others than the rightful one whose step %s is', (command, code) => {
    const act = () => attempt(command, orderIn(command === 'pay' ? 'expired' : 'paid'), { actor: people.other });
    expect(act).toThrow(expect.objectContaining({ code, kind: 'forbidden' }));
  });
});
