import { type OrganisationId, type RecipientSeal, type RegionCode } from '@jaki/kernel';
import { type Address } from '../organisations/domain/address.js';
import { type Word } from './domain/notices.js';

// The words in which sources say who is told, and what texts speak of. Only here do published texts become our types.

/** The person that a seal stands for; nobody without one. */
export function person(seal: string | undefined): Address | undefined {
  return seal === undefined ? undefined : { to: 'person', seal: seal as RecipientSeal };
}

export function organisation(id: string): Address {
  return { to: 'organisation', id: id as OrganisationId };
}

/** The government office of a region. */
export function officeOf(region: string): Address {
  return { to: 'kelurahan_office', region: region as RegionCode };
}

/** All validators that are competent in a region. */
export function validatorsOf(region: string): Address {
  return { to: 'validators', region: region as RegionCode };
}

export function nameOf(id: string): Word {
  return { organisation: id as OrganisationId };
}

export function nameOfOffice(region: string): Word {
  return { office: region as RegionCode };
}

/** A code with the label that the city's list gives it. */
export function labelOf(list: string, code: string): Word {
  return { code, list };
}

export function day(text: string): Word {
  return { day: text };
}

/** An amount of money, in whole rupiah. */
export function money(amount: number): Word {
  return { rupiah: amount };
}
