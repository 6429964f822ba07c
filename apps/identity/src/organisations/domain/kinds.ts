import { type Role } from '@jaki/kernel';

/** What an organisation can be. Only `agency` and `sub_agency` answer for report categories. */
export const organisationKinds = [
  'agency',
  'sub_agency',
  'kelurahan_office',
  'validator',
  'city_administration',
  'operator',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What a member may do for the organisation. `registrar` keeps the organisations of the platform itself. */
export const memberRoles = ['officer', 'validator', 'registrar'] as const satisfies readonly Role[];
export type MemberRole = (typeof memberRoles)[number];

/** Which roles make sense in an organisation: who does the work never validates it. */
export const rolesOf: Readonly<Record<OrganisationKind, readonly MemberRole[]>> = {
  agency: ['officer'],
  sub_agency: ['officer'],
  kelurahan_office: ['officer'],
  city_administration: ['officer'],
  validator: ['validator'],
  operator: ['registrar'],
};
