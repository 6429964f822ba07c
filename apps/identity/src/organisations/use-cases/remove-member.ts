import { Injectable } from '@nestjs/common';
import { type OrganisationId } from '@jaki/kernel';
import { Database, type RequestKey } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { PersonalData } from '../../people/personal-data.js';
import { deleteMembership } from '../store/membership.store.js';

/** Ends a membership; tokens already issued for it run out within ten minutes. Doing it twice changes nothing more. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly db: Database<DB>,
    private readonly personal: PersonalData,
  ) {}

  /** @throws PhoneNotValid */
  async execute(
    { organisationId, phone }: { organisationId: OrganisationId; phone: string },
    once: RequestKey | undefined,
  ): Promise<void> {
    const phoneHash = this.personal.phoneHash(this.personal.readPhone(phone));
    // With a key, a repeat that comes late cannot end a membership that was given anew.
    await this.db.transaction((tx) => deleteMembership(tx, { organisationId, phoneHash }), { once });
  }
}
