import { Module } from '@nestjs/common';
import { CryptoModule } from '../crypto/crypto.module.js';
import { OnOrganisationChanged } from './events/on-organisation-changed.js';
import { OnOrganisationRegistered } from './events/on-organisation-registered.js';
import { Inboxes } from './store/inboxes.js';
import { FindPerson } from './use-cases/find-person.js';
import { KeepOrganisation } from './use-cases/keep-organisation.js';
import { Tell } from './use-cases/tell.js';

/** Who is meant, and the notice in their inbox; or, until an organisation arrives, beside it. */
@Module({
  imports: [CryptoModule],
  controllers: [OnOrganisationRegistered, OnOrganisationChanged],
  providers: [Tell, FindPerson, KeepOrganisation, Inboxes],
  exports: [Tell],
})
export class TellingModule {}
