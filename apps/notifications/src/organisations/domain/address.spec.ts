import { describe, expect, it } from '@jest/globals';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { placesOf, waitingPlace } from './address.js';

const GAMBIR = '31.71.01.1001' as RegionCode;
const id = 'o1' as OrganisationId;
const named = { id, name: 'x' };

/** As PostgreSQL reads a LIKE pattern that has no special sign but a trailing %. */
const answers = (organisation: Parameters<typeof placesOf>[0], place: string) =>
  placesOf(organisation).some((pattern) =>
    pattern.endsWith('%') ? place.startsWith(pattern.slice(0, -1)) : place === pattern,
  );

describe('a notice that waits', () => {
  const place = waitingPlace({ to: 'validators', region: GAMBIR });

  it('waits for one organisation by its id, whatever kind it is', () => {
    const kinds = ['agency', 'sub_agency', 'kelurahan_office', 'validator', 'a_kind_to_come'];
    const own = waitingPlace({ to: 'organisation', id });
    expect(kinds.every((kind) => answers({ ...named, kind, regions: [] }, own))).toBe(true);
  });

  it('for validators is for one that covers the region or a region around it', () => {
    const covers = (...regions: string[]) =>
      answers({ ...named, kind: 'validator', regions: regions as RegionCode[] }, place);
    expect([covers('31'), covers('31.71'), covers(GAMBIR), covers('31.72', '31.71')]).toEqual([true, true, true, true]);
    expect([covers('31.7'), covers('3'), covers('31.72'), covers()]).toEqual([false, false, false, false]);
  });

  it('for validators is not for an agency that covers the region', () => {
    expect(answers({ ...named, kind: 'agency', regions: [GAMBIR] }, place)).toBe(false);
  });

  it('for a kelurahan office is for the office of exactly that kelurahan', () => {
    const office = waitingPlace({ to: 'kelurahan_office', region: GAMBIR });
    const covers = (region: string) =>
      answers({ ...named, kind: 'kelurahan_office', regions: [region as RegionCode] }, office);
    expect([covers(GAMBIR), covers('31.71.01'), covers('31.71.01.1002')]).toEqual([true, false, false]);
  });
});
