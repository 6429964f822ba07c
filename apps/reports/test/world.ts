import type { OrganisationId, PersonId, RecipientSeal, RegionCode } from '@jaki/kernel';
import { confirm, dispute, refuse, validate } from '../src/handling/domain/judge.js';
import { coordinate, dispatch, reject } from '../src/handling/domain/pass-on.js';
import { complete, promise, start } from '../src/handling/domain/work.js';
import type { PhotoId, ReportId } from '../src/report/domain/ids.js';
import type { Actor, Decision, Organisation, Photo, Report, ReportIn } from '../src/report/domain/report.js';
import type { State } from '../src/report/domain/states.js';
import type { Command } from '../src/report/domain/workflow.js';

// A small city for the domain's tests: who there is, and one report in each state.
const uuid = (last: number) => `0199c1f0-0000-7000-8000-${last.toString().padStart(12, '0')}`;
const organisationId = (last: number) => uuid(last) as OrganisationId;
const person = (last: number) => uuid(100 + last) as PersonId;

export const AT = new Date('2026-11-22T03:00:00.000Z');
export const AGENCY = organisationId(1);
export const SUB_AGENCY = organisationId(2);
export const OTHER_AGENCY = organisationId(3);
export const KELURAHAN = organisationId(4);
export const VALIDATOR = organisationId(5);
export const REGION = '31.71.01.1001' as RegionCode;
export const SEAL = 'a.b.c.d.e' as RecipientSeal;

const officer = (last: number, id: OrganisationId, kind: string, regions: readonly string[]): Actor => ({
  id: person(last),
  roles: ['officer'],
  organisation: { id, kind, regions },
});

export const actors = {
  reporter: { id: person(1), roles: ['citizen'], recipient: SEAL },
  citizen: { id: person(2), roles: ['citizen'] },
  channel: { id: person(3), roles: ['channel'], channel: 'petabencana', recipient: SEAL },
  agency: officer(4, AGENCY, 'agency', ['31']),
  subAgency: officer(5, SUB_AGENCY, 'sub_agency', ['31.71']),
  otherAgency: officer(6, OTHER_AGENCY, 'agency', ['31']),
  kelurahan: officer(7, KELURAHAN, 'kelurahan_office', [REGION]),
  otherKelurahan: officer(8, organisationId(6), 'kelurahan_office', ['31.71.01.1002']),
  validator: { ...officer(9, VALIDATOR, 'validator', ['31']), roles: ['validator'] },
} satisfies Record<string, Actor>;

export const organisations = {
  agency: { id: AGENCY, kind: 'agency' },
  otherAgency: { id: OTHER_AGENCY, kind: 'agency' },
  subAgency: { id: SUB_AGENCY, kind: 'sub_agency', parent: AGENCY },
} satisfies Record<string, Organisation>;

export const photo = (last: number, of: Partial<Photo> = {}): Photo => ({
  id: uuid(200 + last) as PhotoId,
  owner: actors.subAgency.id,
  organisation: SUB_AGENCY,
  hash: `hash ${last}`,
  used: false,
  ...of,
});

const filed = {
  id: uuid(10) as ReportId,
  number: 'JK2611220001',
  reporter: actors.reporter.id,
  recipient: SEAL,
  category: 'flood',
  region: REGION,
  visibility: 'private',
  version: 2,
  agency: AGENCY,
} as const;
const worked = { ...filed, executor: SUB_AGENCY };
const proven = { ...worked, proof: { before: photo(1).id, after: photo(2).id } };

export const reports: { readonly [S in State]: ReportIn<S> } = {
  waiting: { ...filed, state: 'waiting' },
  coordinating: { ...filed, state: 'coordinating' },
  dispatched: { ...filed, state: 'dispatched', subAgency: SUB_AGENCY },
  in_progress: { ...worked, state: 'in_progress' },
  awaiting_validation: { ...proven, state: 'awaiting_validation' },
  done: { ...proven, state: 'done' },
  closed: { ...proven, state: 'closed' },
  rejected: { ...filed, state: 'rejected' },
};

/** Takes a step with all that it needs, so that only its state and its actor can be wrong. */
export function attempt(command: Exclude<Command, 'file'>, report: Report, actor: Actor): Decision {
  const by = { actor, at: AT, note: 'a note' };
  const steps: Record<typeof command, () => Decision> = {
    coordinate: () => coordinate(report, { ...by, agency: organisations.otherAgency }),
    dispatch: () => dispatch(report, { ...by, subAgency: organisations.subAgency }),
    start: () => start(report, by),
    promise: () => promise(report, { ...by, finishBy: '2026-12-01', today: '2026-11-22' }),
    complete: () => complete(report, { ...by, before: photo(3), after: photo(4) }),
    validate: () => validate(report, by),
    refuse: () => refuse(report, by),
    confirm: () => confirm(report, by),
    dispute: () => dispute(report, by),
    reject: () => reject(report, { ...by, reason: 'duplicate' }),
  };
  return steps[command]();
}
