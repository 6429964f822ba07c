import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock, type OrganisationId, type RegionCode } from '@jaki/kernel';
import { Database, type RequestKey } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { People } from '../../people/person.store.js';
import { PersonalData } from '../../people/personal-data.js';
import { type MemberRole } from '../domain/kinds.js';
import { allowMembership, type Membership } from '../domain/membership.js';
import { saveMembership } from '../store/membership.store.js';
import { loadOrganisation } from '../store/organisation.store.js';

export interface NewMember {
  readonly organisationId: OrganisationId;
  readonly phone: string;
  readonly roles: readonly MemberRole[];
  readonly region?: RegionCode;
}

/** Makes whoever has the phone a member, or gives a member other roles. Nothing is announced: it concerns a person. */
@Injectable()
export class AddMember {
  constructor(
    private readonly db: Database<DB>,
    private readonly people: People,
    private readonly personal: PersonalData,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws OrganisationNotFound, RoleNotForKind, RegionNotOfOrganisation; PhoneNotValid, PhoneCountryNotServed and
   * PhoneNotMobile: a member whom no code reaches could never act
   */
  execute({ organisationId, phone: text, ...asked }: NewMember, once?: RequestKey): Promise<Membership> {
    const phone = this.personal.readMobile(text);
    const add = async (tx: Transaction<DB>) => {
      const membership = allowMembership(await loadOrganisation(tx, organisationId), asked);
      const personId = await this.people.findOrCreate(tx, phone);
      await saveMembership(tx, { personId, organisationId }, { membership, at: this.clock.now() });
      return membership;
    };
    return this.db.transaction(add, { once });
  }
}
