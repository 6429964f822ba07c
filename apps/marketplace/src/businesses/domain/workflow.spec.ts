import { describe, expect, it } from '@jest/globals';
import { IllegalTransition, newId, NotYourStep } from '@jaki/kernel';
import { actors, allStates, application, AT, attempt, businessIn } from '../../../test/world.js';
import { apply } from './decisions.js';
import { type Command, life } from './workflow.js';

type Later = Exclude<Command, 'apply'>;

const commands = life.table.steps.map(({ command }) => command).filter((command) => command !== 'apply');
const pairs = allStates.flatMap((state) => commands.map((command) => ({ state, command })));
const isAllowed = ({ state, command }: (typeof pairs)[number]) => life.stepOf(command).from.includes(state);

// Written by hand, so that the code's table cannot be its own witness.
const rightful: Record<Later, readonly (keyof typeof actors)[]> = {
  resubmit: ['owner'],
  return: ['kelurahan', 'city'],
  refuse: ['kelurahan', 'city'],
  verify: ['kelurahan', 'city'],
  suspend: ['kelurahan', 'city'],
  register_payment_code: ['owner'],
  resume: ['kelurahan', 'city'],
  close: ['owner'],
};

describe('the life of a business', () => {
  it('has these rows', () => {
    const rows = `
      apply - submitted applied
      resubmit returned submitted resubmitted
      return submitted returned returned
      refuse submitted refused refused
      verify submitted verified verified
      suspend verified suspended suspended
      register_payment_code verified verified payment_code_registered
      resume suspended verified resumed
      close submitted,returned,verified,suspended closed closed`;
    const ours = life.table.steps.map(
      ({ command, from, to, events }) => `${command} ${from.join() || '-'} ${to} ${events.join()}`,
    );
    expect(ours).toEqual(rows.trim().split(/\n\s+/));
  });

  it.each(pairs.filter(isAllowed))('lets $command happen to a business that is $state', ({ state, command }) => {
    for (const who of rightful[command]) {
      const { next, facts } = attempt(command, businessIn(state), actors[who]);
      const { to, events } = life.stepOf(command);
      expect([next.state, next.version]).toEqual([to, 4]);
      expect(facts).toEqual([expect.objectContaining({ type: events[0], version: 4, at: AT, note: 'alasan' })]);
    }
  });

  it.each(pairs.filter((pair) => !isAllowed(pair)))('refuses $command for a business that is $state', (pair) => {
    for (const actor of Object.values(actors))
      expect(() => attempt(pair.command, businessIn(pair.state), actor)).toThrow(IllegalTransition);
  });

  it.each(pairs.filter(isAllowed))('refuses $command for one that is $state to all others', ({ state, command }) => {
    const others = Object.entries(actors).filter(([name]) => !(rightful[command] as readonly string[]).includes(name));
    for (const [, actor] of others) expect(() => attempt(command, businessIn(state), actor)).toThrow(NotYourStep);
  });

  it('lets no officer decide about a business of their own', () => {
    const own = { ...actors.kelurahan, id: actors.owner.id };
    for (const command of ['verify', 'return', 'refuse'] as const)
      expect(() => attempt(command, businessIn('submitted'), own)).toThrow(NotYourStep);
  });

  it('begins with a citizen alone, who is its owner', () => {
    const asked = { ...application, id: newId<'business'>(), number: 'U000001' };
    const { next, facts } = apply(asked, { actor: actors.owner, at: AT });
    const { id: owner, recipient } = actors.owner;
    expect(next).toEqual({ ...asked, state: 'submitted', owner, recipient, version: 1 });
    expect(facts).toEqual([{ type: 'applied', version: 1, at: AT }]);
    for (const actor of [actors.kelurahan, actors.channel])
      expect(() => apply(asked, { actor, at: AT })).toThrow(NotYourStep);
  });

  it('keeps the newest seal of its owner', () => {
    const actor = { ...actors.owner, recipient: 'n.e.w.e.r' as typeof actors.owner.recipient };
    expect(attempt('close', businessIn('verified'), actor).next.recipient).toBe('n.e.w.e.r');
    expect(attempt('resubmit', businessIn('returned'), actor).next.recipient).toBe('n.e.w.e.r');
  });
});
