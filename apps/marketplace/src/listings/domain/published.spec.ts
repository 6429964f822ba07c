import { describe, expect, it } from '@jest/globals';
import { AT } from '../../../test/world.js';
import { attempt, known, type Later, listingIn, people, seller } from '../../../test/worlds/listings.js';
import { toContracts } from '../published.js';
import { draft } from './decisions.js';
import type { State } from './states.js';

const { recipient } = people.owner;
const whole = {
  listingId: known.id,
  number: known.number,
  businessId: seller.id,
  category: known.category,
  region: seller.region,
  recipient,
};

const cases: [State, Later, keyof typeof people, string][] = [
  ['refused', 'revise', 'owner', 'revised'],
  ['draft', 'submit', 'owner', 'submitted'],
  ['submitted', 'approve', 'kelurahan', 'published'],
  ['published', 'refuse', 'city', 'refused'],
  ['published', 'pause', 'owner', 'paused'],
  ['paused', 'resume', 'owner', 'resumed'],
  ['published', 'reprice', 'owner', 'repriced'],
  ['paused', 'withdraw', 'owner', 'withdrawn'],
];

describe('what the world is told of a listing', () => {
  it.each(cases)('that is %s and has %s is, by %s, listing.%s', (state, command, who, event) => {
    const decision = attempt(command, listingIn(state), people[who]);
    const [told, ...more] = toContracts(decision);
    expect(told?.declaration.type).toBe(`marketplace.listing.${event}.v1`);
    expect(told).toMatchObject({ key: known.id, sequence: 4, time: AT });
    expect(told?.data).toEqual({ ...whole, state: decision.next.state });
    expect(more).toEqual([]);
  });

  it('is that it was drafted, and names no owner who has no seal', () => {
    const { recipient: _, ...unsealed } = seller;
    const { recipient: __, ...rest } = whole;
    const [told] = toContracts(draft({ ...known, seller: unsealed }, { actor: people.owner, at: AT }));
    expect(told?.declaration.type).toBe('marketplace.listing.drafted.v1');
    expect(told?.data).toEqual({ ...rest, state: 'draft' });
  });

  it('holds no words, no price, no reason and no owner', () => {
    const all = cases.flatMap(([state, command, who]) => toContracts(attempt(command, listingIn(state), people[who])));
    const said = JSON.stringify(all.map(({ data }) => data));
    for (const secret of ['Soto', 'Kuah', '25000', '27000', 'alasan', people.owner.id])
      expect(said).not.toContain(secret);
  });
});
