import { Injectable } from '@nestjs/common';
import { type PersonId, type RegionCode } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { regionsOf } from '../domain/membership.js';
import { type MembershipView } from './views.dto.js';

/** What a person may act for, to choose from at the token request. */
@Injectable()
export class MembershipsOf {
  constructor(private readonly db: Database<DB>) {}

  /** @param subject the person's id in identity's tokens */
  async execute(subject: PersonId): Promise<MembershipView[]> {
    const rows = await this.db.kysely
      .selectFrom('person')
      .innerJoin('membership', 'membership.person_id', 'person.id')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.regions'])
      .select(['membership.roles', 'membership.region'])
      .where('person.identity_subject', '=', subject)
      .orderBy('organisation.name')
      .execute();
    return rows.map(({ id, name, kind, roles, regions, region }) => ({
      organisation: { id, name, kind },
      roles,
      regions: [...regionsOf({ regions: regions as RegionCode[] }, (region ?? undefined) as RegionCode | undefined)],
    }));
  }
}
