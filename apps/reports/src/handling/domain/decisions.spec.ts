import { describe, expect, it } from '@jest/globals';
import type { RecipientSeal } from '@jaki/kernel';
import {
  actors,
  AGENCY,
  AT,
  KELURAHAN,
  organisations,
  OTHER_AGENCY,
  photo,
  REGION,
  reports,
  SEAL,
  SUB_AGENCY,
  VALIDATOR,
} from '../../../test/world.js';
import { route } from '../../agencies/domain/route.js';
import { reportNumber } from '../../city/domain/report-number.js';
import { file, type Filing } from '../../filing/domain/file.js';
import { confirm, dispute, refuse, validate } from './judge.js';
import { coordinate, dispatch, organisationOf, reject } from './pass-on.js';
import { complete, promise, start } from './work.js';

const coded = (code: string) => expect.objectContaining({ code });
const as = (actor: keyof typeof actors, note?: string) => ({ actor: actors[actor], at: AT, note });

describe('filing', () => {
  const { id, number } = reports.waiting;
  const filing: Filing = {
    id,
    number,
    category: 'flood',
    region: REGION,
    visibility: 'private',
    agency: AGENCY,
    photos: [],
    observedAt: undefined,
    reference: undefined,
  };
  const own = photo(1, { owner: actors.reporter.id });
  const { organisation: _, ...ownPhoto } = own;

  it('puts the report into the queue of the agency responsible', () => {
    const { next, facts } = file(filing, as('reporter'));
    expect(next).toEqual(reports.waiting);
    expect(facts).toEqual([
      { type: 'filed', channel: 'app', version: 1, at: AT },
      { type: 'routed', agency: AGENCY, version: 2, at: AT },
    ]);
  });

  it('leaves the report with its kelurahan when no agency is known', () => {
    const { next, facts } = file({ ...filing, agency: undefined }, as('citizen'));
    expect(facts.map(({ type }) => type)).toEqual(['filed']);
    expect(next).not.toHaveProperty('agency');
    expect(next).not.toHaveProperty('recipient');
  });

  it('lets a channel account file, under its code and with its reference', () => {
    const reference = { source: 'petabencana', id: 'abc' };
    expect(file({ ...filing, reference }, as('channel')).facts[0]).toMatchObject({ channel: 'petabencana' });
    expect(() => file({ ...filing, reference }, as('reporter'))).toThrow(coded('reference_not_allowed'));
  });

  it('is not for officers', () => {
    expect(() => file(filing, as('agency'))).toThrow(coded('not_a_reporter'));
  });

  it('uses unused photos of the reporter only', () => {
    expect(() => file({ ...filing, photos: [ownPhoto] }, as('reporter'))).not.toThrow();
    for (const bad of [own, { ...ownPhoto, used: true }, { ...ownPhoto, owner: actors.citizen.id }]) {
      expect(() => file({ ...filing, photos: [ownPhoto, bad] }, as('reporter'))).toThrow(coded('photo_not_usable'));
    }
  });

  it('takes no observation from the future, but a clock that is a little fast', () => {
    const observed = (minutes: number) => ({ ...filing, observedAt: new Date(AT.getTime() + minutes * 60_000) });
    expect(() => file(observed(5), as('reporter'))).not.toThrow();
    expect(() => file(observed(6), as('reporter'))).toThrow(coded('observed_in_future'));
  });
});

describe('a late agency', () => {
  it('gets the waiting reports that no agency has, and no others', () => {
    const { agency: _, ...unrouted } = reports.waiting;
    const routed = route({ ...unrouted, version: 1 }, { agency: OTHER_AGENCY, at: AT });
    expect(routed?.next).toEqual({ ...reports.waiting, agency: OTHER_AGENCY });
    expect(routed?.facts).toEqual([{ type: 'routed', agency: OTHER_AGENCY, version: 2, at: AT }]);
    expect(route(reports.waiting, { agency: OTHER_AGENCY, at: AT })).toBeUndefined();
    expect(route(reports.rejected, { agency: OTHER_AGENCY, at: AT })).toBeUndefined();
  });
});

describe('passing on', () => {
  it('names the agency before and the organisation that did it; the note goes with it', () => {
    const by = { ...as('kelurahan', 'a road'), agency: organisations.otherAgency };
    const { next, facts } = coordinate(reports.waiting, by);
    expect(next).toEqual({ ...reports.waiting, state: 'coordinating', agency: OTHER_AGENCY, version: 4 });
    expect(facts).toEqual([
      {
        type: 'coordinated',
        agency: OTHER_AGENCY,
        by: KELURAHAN,
        organisation: KELURAHAN,
        note: 'a road',
        version: 3,
        at: AT,
      },
      { type: 'routed', agency: OTHER_AGENCY, previousAgency: AGENCY, organisation: KELURAHAN, version: 4, at: AT },
    ]);
  });

  it('names no agency before when there was none', () => {
    const { agency: _, ...unrouted } = reports.waiting;
    const { facts } = coordinate(unrouted, { ...as('kelurahan'), agency: organisations.agency });
    expect(facts[1]).not.toHaveProperty('previousAgency');
  });

  it.each([undefined, organisations.agency, organisations.subAgency])('is refused to %p', (agency) => {
    expect(() => coordinate(reports.waiting, { ...as('kelurahan'), agency })).toThrow(coded('not_another_agency'));
  });

  it('instructs only a sub-agency of the same agency', () => {
    const { subAgency } = organisations;
    expect(dispatch(reports.waiting, { ...as('agency'), subAgency }).next).toMatchObject({ subAgency: SUB_AGENCY });
    for (const bad of [undefined, organisations.otherAgency, { ...subAgency, parent: OTHER_AGENCY }]) {
      const by = { ...as('agency'), subAgency: bad };
      expect(() => dispatch(reports.waiting, by)).toThrow(coded('not_its_sub_agency'));
    }
  });

  it('rejects with a reason', () => {
    const { facts } = reject(reports.coordinating, { ...as('kelurahan', 'text'), reason: 'duplicate' });
    expect(facts).toEqual([
      {
        type: 'rejected',
        by: KELURAHAN,
        reason: 'duplicate',
        organisation: KELURAHAN,
        note: 'text',
        version: 3,
        at: AT,
      },
    ]);
  });

  it('cannot be done by nobody', () => {
    expect(() => organisationOf(as('citizen'))).toThrow(TypeError);
  });
});

describe('work', () => {
  it('belongs to whoever starts it, also the kelurahan itself', () => {
    const { agency: _, recipient: __, ...unrouted } = reports.waiting;
    expect(start(unrouted, as('kelurahan')).next).toMatchObject({ state: 'in_progress', executor: KELURAHAN });
    expect(start(reports.dispatched, as('subAgency')).next).toEqual({ ...reports.in_progress, version: 3 });
  });

  it('is promised for a later day in the city', () => {
    const by = { actor: actors.subAgency, at: AT, today: '2026-11-22' };
    expect(promise(reports.in_progress, { ...by, finishBy: '2026-11-23' }).next.finishBy).toBe('2026-11-23');
    const late = { ...by, today: '2026-11-23' };
    expect(() => promise(reports.in_progress, { ...late, finishBy: '2026-11-23' })).toThrow(coded('not_in_future'));
  });

  it('is proven by two different, unused photos of the executor', () => {
    const by = as('subAgency');
    const pair = { before: photo(1), after: photo(2) };
    expect(complete(reports.in_progress, { ...by, ...pair }).next).toEqual({
      ...reports.awaiting_validation,
      version: 3,
    });
    const bad = [
      photo(2, { used: true }),
      photo(2, { organisation: AGENCY }),
      photo(2, { organisation: undefined as never }),
    ];
    for (const after of bad) {
      expect(() => complete(reports.in_progress, { ...by, ...pair, after })).toThrow(coded('photo_not_usable'));
    }
    const same = photo(2, { hash: photo(1).hash });
    expect(() => complete(reports.in_progress, { ...by, ...pair, after: same })).toThrow(coded('proof_not_new'));
  });
});

describe('judgement', () => {
  it('sends refused and disputed work back to the same executor, with the reason', () => {
    const refused = refuse(reports.awaiting_validation, { ...as('validator'), note: 'still wet' });
    expect(refused.next).toMatchObject({ state: 'in_progress', executor: SUB_AGENCY, rework: 'refused' });
    expect(refused.facts[0]).toMatchObject({ note: 'still wet', validator: VALIDATOR, executor: SUB_AGENCY });
    const disputed = dispute(reports.done, { ...as('reporter'), note: 'still wet' });
    expect(disputed.next).toMatchObject({ state: 'in_progress', executor: SUB_AGENCY, rework: 'disputed' });
    const again = complete(disputed.next, { ...as('subAgency'), before: photo(5), after: photo(6) });
    expect(again.next).not.toHaveProperty('rework');
    expect(again.next.proof).toEqual({ before: photo(5).id, after: photo(6).id });
  });

  it('names the validator, never a person', () => {
    const { facts } = validate(reports.awaiting_validation, as('validator'));
    expect(facts[0]).toMatchObject({ validator: VALIDATOR, organisation: VALIDATOR });
    expect(JSON.stringify(facts)).not.toContain(actors.validator.id);
  });

  it("keeps the reporter's newest seal and names no organisation", () => {
    const recipient = 'f.g.h.i.j' as RecipientSeal;
    const newer = { actor: { ...actors.reporter, recipient }, at: AT };
    expect(confirm(reports.done, newer).next.recipient).toBe(recipient);
    const { recipient: _, ...sealless } = actors.reporter;
    const confirmed = confirm(reports.done, { actor: sealless, at: AT });
    expect(confirmed.next.recipient).toBe(SEAL);
    expect(confirmed.facts[0]).not.toHaveProperty('organisation');
  });
});

describe("a report's number", () => {
  it("begins with the city's letters and its day, and has at least four digits", () => {
    expect(reportNumber('JK', '2026-11-22', 7n)).toBe('JK2611220007');
    expect(reportNumber('', '2026-11-22', 12345n)).toBe('26112212345');
  });
});
