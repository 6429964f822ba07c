import { type Authority, covers } from '@jaki/kernel';
import type { Actor, Business } from './business.js';

/** Offices that know the businesses of their area. Agencies have one task each; none of them is this one yet. */
const VERIFIERS = ['kelurahan_office', 'city_administration'];

export function isOwnerOf(actor: Actor, business: Pick<Business, 'owner'>): boolean {
  return actor.organisation === undefined && actor.id === business.owner;
}

/** An officer of an office that verifies, for the region or one around it. */
export function verifies(actor: Actor, { region }: Pick<Business, 'region'>): boolean {
  return verifiedRegions(actor).some((own) => covers(own, region));
}

/** The regions whose applications the caller checks; none for whom that is no business of. */
export function verifiedRegions({ organisation, roles }: Actor): readonly string[] {
  const may = organisation !== undefined && roles.includes('officer') && VERIFIERS.includes(organisation.kind);
  return may ? organisation.regions : [];
}

/** As what somebody sees a business: with all that was applied with, or as everybody does. */
export type Sight = 'owner' | 'verifier' | 'public';

/** As what the viewer may see it, or undefined when to them it does not exist. */
export function sightOf(business: Pick<Business, 'owner' | 'region' | 'state'>, viewer?: Actor): Sight | undefined {
  if (viewer !== undefined && isOwnerOf(viewer, business)) return 'owner';
  if (viewer !== undefined && verifies(viewer, business)) return 'verifier';
  return business.state === 'verified' ? 'public' : undefined;
}

/** Who may take a step, by the names of the workflow table. */
export const authorities = {
  citizen: { refusal: 'not_a_citizen', may: ({ organisation, roles }) => !organisation && roles.includes('citizen') },
  owner: { refusal: 'not_the_owner', may: (actor, business) => business !== undefined && isOwnerOf(actor, business) },
  // Nobody verifies, returns or suspends what is their own.
  verifier: {
    refusal: 'not_the_verifier',
    may: (actor, business) => business !== undefined && verifies(actor, business) && actor.id !== business.owner,
  },
} as const satisfies Record<string, Authority<Actor, Business>>;
