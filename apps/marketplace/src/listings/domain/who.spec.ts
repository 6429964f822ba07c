import { describe, expect, it } from '@jest/globals';
import { listingIn, people, seller } from '../../../test/worlds/listings.js';
import type { State as BusinessState } from '../../businesses/domain/states.js';
import type { State } from './states.js';
import { authorities, type Sight, sightOf } from './who.js';

type Table = Record<State, Record<'owner' | 'kelurahan' | 'citizen', Sight | 'nothing'>>;

// By hand: as what the owner, an officer of the region and everybody else see a listing of a verified business.
const table: Table = {
  draft: { owner: 'owner', kelurahan: 'nothing', citizen: 'nothing' },
  submitted: { owner: 'owner', kelurahan: 'checker', citizen: 'nothing' },
  published: { owner: 'owner', kelurahan: 'checker', citizen: 'public' },
  paused: { owner: 'owner', kelurahan: 'checker', citizen: 'nothing' },
  refused: { owner: 'owner', kelurahan: 'checker', citizen: 'nothing' },
  withdrawn: { owner: 'owner', kelurahan: 'checker', citizen: 'nothing' },
};

const asRead = (state: State, viewer?: (typeof people)[keyof typeof people], of: BusinessState = 'verified') =>
  sightOf(listingIn(state, { seller: { ...seller, state: of } }), viewer) ?? 'nothing';

describe.each(Object.entries(table) as [State, Table[State]][])('a listing that is %s', (state, expected) => {
  it('is seen by its owner, whatever became of the business', () => {
    expect(asRead(state, people.owner)).toBe(expected.owner);
    expect(asRead(state, people.owner, 'suspended')).toBe(expected.owner);
  });

  it('is seen by officers who check the region, whatever became of the business', () => {
    for (const officer of [people.kelurahan, people.city, people.ownerInOffice]) {
      expect(asRead(state, officer)).toBe(expected.kelurahan);
      expect(asRead(state, officer, 'closed')).toBe(expected.kelurahan);
    }
  });

  it('is seen by everybody else as by the public', () => {
    for (const viewer of [people.citizen, people.otherKelurahan, people.agency, people.channel, undefined])
      expect(asRead(state, viewer)).toBe(expected.citizen);
  });

  it.each<BusinessState>(['submitted', 'returned', 'refused', 'suspended', 'closed'])(
    'is not seen by the public while its business is %s',
    (business) => {
      for (const viewer of [people.citizen, people.otherKelurahan, people.agency, undefined])
        expect(asRead(state, viewer, business)).toBe('nothing');
    },
  );
});

describe('the owner and the checkers', () => {
  it('are nobody of a listing that is not there', () => {
    expect(authorities.owner.may(people.owner, undefined)).toBe(false);
    expect(authorities.checker.may(people.kelurahan, undefined)).toBe(false);
  });
});
