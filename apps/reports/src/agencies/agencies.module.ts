import { Module } from '@nestjs/common';
import { OnOrganisationChanged } from './events/on-organisation-changed.js';
import { OnOrganisationRegistered } from './events/on-organisation-registered.js';
import { KeepOrganisation } from './use-cases/keep-organisation.js';

/** Which agencies there are, by what identity announces; waiting reports find theirs. */
@Module({
  controllers: [OnOrganisationRegistered, OnOrganisationChanged],
  providers: [KeepOrganisation],
})
export class AgenciesModule {}
