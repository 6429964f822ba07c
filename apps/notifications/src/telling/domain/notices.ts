import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { type Address } from '../../organisations/domain/address.js';

/** What a notice is about: a report, an order, a post. */
export interface Subject {
  /** `report` */
  readonly type: string;
  readonly id: string;
  /** What people call it, such as a report's number. */
  readonly label: string;
}

/** Something that a notice's words speak of, by code or id: its name is looked up when the notice is read. */
export type Word =
  | { readonly organisation: OrganisationId }
  /** The government office of a region. */
  | { readonly office: RegionCode }
  /** A code of one of the city's lists. */
  | { readonly code: string; readonly list: string }
  /** A calendar day, `YYYY-MM-DD`. */
  | { readonly day: string }
  /** An amount of money, in whole rupiah. */
  | { readonly rupiah: number };

export type Words = Readonly<Record<string, Word>>;

/** What is kept of the news with a notice, encrypted. */
export interface Reference {
  readonly subject: Subject;
  /** By their names in the texts. */
  readonly words: Words;
}

/** One notice to be delivered. */
export interface Notice {
  /** Which words it is made of, of its context's texts. */
  readonly template: string;
  readonly address: Address;
}

/** What an event means to those who are to be told of it. */
export interface News {
  readonly about: Reference;
  readonly notices: readonly Notice[];
}

/** Whose names must be known to write notices about these. */
export function spokenOf(references: readonly Reference[]): { organisations: OrganisationId[]; offices: RegionCode[] } {
  const words = references.flatMap((reference) => Object.values(reference.words));
  return {
    organisations: words.flatMap((word) => ('organisation' in word ? [word.organisation] : [])),
    offices: words.flatMap((word) => ('office' in word ? [word.office] : [])),
  };
}
