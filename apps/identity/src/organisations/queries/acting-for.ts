import { type Kysely } from 'kysely';
import { type AccessTokenClaims, type OrganisationId, type RegionCode, type Role } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';
import { regionsOf } from '../domain/membership.js';

/** Who a member is in an organisation, as the claims of an access token. */
export type ActingFor = Required<Pick<AccessTokenClaims, 'roles' | 'organisation'>>;

/** @returns undefined when the person is no member of the organisation, or there is none */
export async function actingFor(
  db: Kysely<DB>,
  person: string,
  organisation: OrganisationId,
): Promise<ActingFor | undefined> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.kind', 'organisation.regions', 'organisation.parent_id'])
    .select(['membership.roles', 'membership.region'])
    .where('membership.person_id', '=', person)
    .where('membership.organisation_id', '=', organisation)
    .executeTakeFirst();
  if (!row) return undefined;
  const regions = regionsOf(
    { regions: row.regions as RegionCode[] },
    (row.region ?? undefined) as RegionCode | undefined,
  );
  const parent = row.parent_id === null ? {} : { parent: row.parent_id as OrganisationId };
  // No other is stored: the start of the service makes sure.
  return { roles: row.roles as Role[], organisation: { id: organisation, kind: row.kind, regions, ...parent } };
}
