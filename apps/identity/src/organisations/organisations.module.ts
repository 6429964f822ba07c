import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module.js';
import { PeopleModule } from '../people/people.module.js';
import { MeController } from './http/me.controller.js';
import { MembersController } from './http/members.controller.js';
import { OrganisationsController } from './http/organisations.controller.js';
import { KnownRoles } from './known-roles.js';
import { MembershipsOf } from './queries/memberships-of.js';
import { OrganisationRegister } from './queries/organisation-register.js';
import { AddMember } from './use-cases/add-member.js';
import { ChangeOrganisation } from './use-cases/change-organisation.js';
import { RegisterOrganisations } from './use-cases/register-organisations.js';
import { RemoveMember } from './use-cases/remove-member.js';

/** Organisations, and who may act for them. */
@Module({
  imports: [CityModule, PeopleModule],
  controllers: [OrganisationsController, MembersController, MeController],
  providers: [
    KnownRoles,
    RegisterOrganisations,
    ChangeOrganisation,
    AddMember,
    RemoveMember,
    OrganisationRegister,
    MembershipsOf,
  ],
  exports: [RegisterOrganisations, AddMember],
})
export class OrganisationsModule {}
