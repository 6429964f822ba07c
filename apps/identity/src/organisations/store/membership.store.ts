import { type Kysely } from 'kysely';
import { type OrganisationId } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';
import { type InternalPersonId } from '../../people/person.store.js';
import { type Membership } from '../domain/membership.js';

export async function saveMembership(
  db: Kysely<DB>,
  { personId, organisationId }: { personId: InternalPersonId; organisationId: OrganisationId },
  { membership, at }: { membership: Membership; at: Date },
): Promise<void> {
  const values = { roles: [...membership.roles], region: membership.region ?? null };
  await db
    .insertInto('membership')
    .values({ person_id: personId, organisation_id: organisationId, ...values, created_at: at })
    .onConflict((conflict) => conflict.columns(['person_id', 'organisation_id']).doUpdateSet(values))
    .execute();
}

export async function deleteMembership(
  db: Kysely<DB>,
  { phoneHash, organisationId }: { phoneHash: Buffer; organisationId: OrganisationId },
): Promise<void> {
  await db
    .deleteFrom('membership')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', (query) => query.selectFrom('person').select('id').where('phone_hash', '=', phoneHash))
    .execute();
}
