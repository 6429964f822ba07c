import { covers, type RegionCode } from '@jaki/kernel';
import { RegionNotOfOrganisation, RoleNotForKind } from './errors.js';
import { type MemberRole, rolesOf } from './kinds.js';
import { type Organisation } from './organisation.js';

/** What a person may do for an organisation, and where when not in all its regions. */
export interface Membership {
  readonly roles: readonly MemberRole[];
  readonly region?: RegionCode;
}

/** Refuses roles that the organisation does not have and a region outside its own. */
export function allowMembership(organisation: Organisation, asked: Membership): Membership {
  const { region } = asked;
  const wrong = asked.roles.find((role) => !rolesOf[organisation.kind].includes(role));
  if (wrong !== undefined) throw new RoleNotForKind(wrong, organisation.kind);
  if (region !== undefined && !organisation.regions.some((outer) => covers(outer, region))) {
    throw new RegionNotOfOrganisation(region);
  }
  return { roles: [...new Set(asked.roles)], ...(region !== undefined && { region }) };
}

/** Where a member acts: their own region, else all of the organisation's. */
export function regionsOf(organisation: Pick<Organisation, 'regions'>, region?: RegionCode): readonly RegionCode[] {
  return region === undefined ? organisation.regions : [region];
}
