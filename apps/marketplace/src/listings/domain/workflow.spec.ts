import { describe, expect, it } from '@jest/globals';
import { IllegalTransition, NotYourStep, rupiah } from '@jaki/kernel';
import { AT } from '../../../test/world.js';
import { stepsOf } from '../../../test/worlds/life.js';
import {
  allStates,
  attempt,
  commands,
  known,
  type Later,
  listingIn,
  offer,
  people,
  words,
} from '../../../test/worlds/listings.js';
import { draft } from './decisions.js';
import type { State } from './states.js';
import { life } from './workflow.js';

const { possible, impossible } = stepsOf<State, Later, keyof typeof people>(
  { states: allStates, commands },
  `draft     revise   owner          draft     revised
   draft     submit   owner          submitted submitted
   draft     withdraw owner          withdrawn withdrawn
   submitted approve  kelurahan,city published published
   submitted refuse   kelurahan,city refused   refused
   submitted withdraw owner          withdrawn withdrawn
   published refuse   kelurahan,city refused   refused
   published pause    owner          paused    paused
   published reprice  owner          published repriced
   published withdraw owner          withdrawn withdrawn
   paused    revise   owner          draft     revised
   paused    refuse   kelurahan,city refused   refused
   paused    resume   owner          published resumed
   paused    withdraw owner          withdrawn withdrawn
   refused   revise   owner          draft     revised
   refused   withdraw owner          withdrawn withdrawn`,
);

/** What a step changes of a listing beside its state. */
const changes: Partial<Record<Later, object>> = {
  revise: { ...words, title: 'Soto Tangkar' },
  reprice: { offers: [{ ...offer, price: rupiah(27_000) }] },
};

describe('the life of a listing', () => {
  it.each(possible)('lets $command happen to a listing that is $state', ({ state, command, who, to, tells }) => {
    for (const name of who) {
      const { id, number, seller, offers } = known;
      const actor = people[name];
      const { next, facts } = attempt(command, listingIn(state), actor);
      const after = { ...words, id, number, seller, offers, ...changes[command] };
      expect(next).toEqual({ ...after, state: to, version: 4 });
      const organisation = 'organisation' in actor ? { organisation: actor.organisation.id } : {};
      expect(facts).toEqual([{ type: tells, version: 4, at: AT, note: 'alasan', ...organisation }]);
    }
  });

  it.each(possible)('lets nobody else $command one that is $state', ({ state, command, who }) => {
    const others = Object.entries(people).filter(([name]) => !(who as string[]).includes(name));
    expect(others).toHaveLength(8 - who.length);
    for (const [, actor] of others) expect(() => attempt(command, listingIn(state), actor)).toThrow(NotYourStep);
  });

  it.each(impossible)('knows no $command for one that is $state, whoever asks', ({ state, command }) => {
    for (const actor of Object.values(people))
      expect(() => attempt(command, listingIn(state), actor)).toThrow(IllegalTransition);
  });

  it('has every step of its table tried above', () => {
    expect(possible.length + impossible.length).toBe(6 * 8);
    expect(life.table.steps.map(({ command }) => command)).toEqual(['draft', ...commands]);
  });

  it.each([
    ['pause', 'not_the_owner'],
    ['refuse', 'not_the_checker'],
  ] as const)('tells others than the rightful one whose step %s is', (command, code) => {
    const act = () => attempt(command, listingIn('published'), people.citizen);
    expect(act).toThrow(expect.objectContaining({ code, kind: 'forbidden' }));
  });

  it('begins with the owner of the business alone', () => {
    const { next, facts } = draft(known, { actor: people.owner, at: AT });
    expect(next).toEqual({ ...known, state: 'draft', version: 1 });
    expect(facts).toEqual([{ type: 'drafted', version: 1, at: AT }]);
    for (const [name, actor] of Object.entries(people))
      if (name !== 'owner') expect(() => draft(known, { actor, at: AT })).toThrow(NotYourStep);
  });
});
