import type { OrganisationId, PersonId, RecipientSeal, RegionCode } from '@jaki/kernel';
import type {
  Actor,
  Application,
  Business,
  BusinessId,
  BusinessIn,
  Decision,
} from '../src/businesses/domain/business.js';
import {
  close,
  giveBack,
  refuse,
  registerPaymentCode,
  resubmit,
  resume,
  suspend,
  verify,
} from '../src/businesses/domain/decisions.js';
import { type State, states } from '../src/businesses/domain/states.js';
import { type By, type Command } from '../src/businesses/domain/workflow.js';

// A small market for the domain's tests: who there is, and one business in each state.
export const uuid = (last: number) => `0199c1f0-0000-7000-8000-${last.toString().padStart(12, '0')}`;

export const AT = new Date('2026-11-22T03:00:00.000Z');
export const TODAY = '2026-11-22';
export const REGION = '31.71.01.1001' as RegionCode;

const officer = (last: number, kind: string, regions: readonly string[]): Actor => ({
  id: uuid(100 + last) as PersonId,
  roles: ['officer'],
  organisation: { id: uuid(last) as OrganisationId, kind, regions },
});

export const actors = {
  owner: { id: uuid(101) as PersonId, roles: ['citizen'], recipient: 'a.b.c.d.e' as RecipientSeal },
  citizen: { id: uuid(102) as PersonId, roles: ['citizen'] },
  kelurahan: officer(3, 'kelurahan_office', [REGION]),
  city: officer(4, 'city_administration', ['31.71']),
  otherKelurahan: officer(5, 'kelurahan_office', ['31.71.01.1002']),
  agency: officer(6, 'agency', ['31']),
  channel: { id: uuid(107) as PersonId, roles: ['channel'] },
} satisfies Record<string, Actor>;

export const application: Application = {
  name: 'Warung Bu Sri',
  kind: 'stall',
  region: REGION,
  nib: '9120001234567',
  kbli: '56102',
  risk: 'low',
  proofs: [],
};

/** The owner's business in a state. */
export function businessIn<S extends State>(state: S, of: Partial<Application> = {}): BusinessIn<S> {
  const { id: owner, recipient } = actors.owner;
  const known = { id: uuid(10) as BusinessId, number: 'U000001', owner, recipient, version: 3 };
  return { ...application, ...known, ...of, state };
}

export const allStates = Object.keys(states) as State[];

type Later = Exclude<Command, 'apply'>;

const decisions: Record<Later, (business: Business, by: By) => Decision> = {
  resubmit: (business, by) => resubmit(business, application, by),
  return: giveBack,
  refuse,
  verify: (business, by) => verify(business, { ...by, today: TODAY }),
  suspend,
  register_payment_code: registerPaymentCode,
  resume: (business, by) => resume(business, { ...by, today: TODAY }),
  close,
};

/** Takes a step after the application. */
export function attempt(command: Later, business: Business, actor: Actor): Decision {
  return decisions[command](business, { actor, at: AT, note: 'alasan' });
}
