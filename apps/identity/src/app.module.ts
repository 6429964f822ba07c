import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { CityData, openCity, Regions } from '@jaki/regions';
import { IdentityConfig } from './config.js';
import { Housekeeping } from './housekeeping.js';
import { Codes } from './login/codes.js';
import { OtpChallengesController } from './login/http/otp-challenges.controller.js';
import { LogIn } from './login/use-cases/log-in.js';
import { RequestCode } from './login/use-cases/request-code.js';
import { Clients } from './oidc/clients.js';
import { Accounts } from './oidc/accounts.js';
import { OAuthController } from './oidc/http/oauth.controller.js';
import { OidcConfiguration } from './oidc/configuration.js';
import { OidcEndpoints } from './oidc/oidc-endpoints.js';
import { OtpGrant } from './oidc/otp-grant.js';
import { AuthorizationServer } from './oidc/authorization-server.js';
import { TokenClaims } from './oidc/token-claims.js';
import { UnitOfWork } from './oidc/unit-of-work.js';
import { KnownRoles } from './organisations/known-roles.js';
import { MeController } from './organisations/http/me.controller.js';
import { MembersController } from './organisations/http/members.controller.js';
import { OrganisationsController } from './organisations/http/organisations.controller.js';
import { MembershipsOf } from './organisations/queries/memberships-of.js';
import { OrganisationRegister } from './organisations/queries/organisation-register.js';
import { AddMember } from './organisations/use-cases/add-member.js';
import { ChangeOrganisation } from './organisations/use-cases/change-organisation.js';
import { RegisterOrganisations } from './organisations/use-cases/register-organisations.js';
import { RemoveMember } from './organisations/use-cases/remove-member.js';
import { People } from './people/person.store.js';
import { PersonalData } from './people/personal-data.js';
import { Subjects } from './people/subjects.js';
import { SeedDataSet } from './seed/seed-data-set.js';
import { identity } from './service.js';
import { SmsDelivery } from './sms/sms-delivery.js';
import { SmsGateway } from './sms/sms-gateway.js';
import { SmsQueue } from './sms/sms-queue.js';

const people = [People, PersonalData, Subjects];
const login = [Codes, RequestCode, LogIn, SmsQueue, SmsGateway, SmsDelivery];
const oidc = [
  Clients,
  AuthorizationServer,
  OidcConfiguration,
  OidcEndpoints,
  OtpGrant,
  Accounts,
  TokenClaims,
  UnitOfWork,
];
const organisations = [RegisterOrganisations, ChangeOrganisation, AddMember, RemoveMember];
const queries = [OrganisationRegister, MembershipsOf];

@Module({
  imports: [PlatformModule.forService(identity)],
  controllers: [OAuthController, OtpChallengesController, OrganisationsController, MembersController, MeController],
  providers: [
    KnownRoles,
    ...people,
    ...login,
    ...oidc,
    ...organisations,
    ...queries,
    { provide: CityData, inject: [IdentityConfig], useFactory: (config: IdentityConfig) => openCity(config.CITY_DATA) },
    { provide: Regions, inject: [CityData], useFactory: (city: CityData) => city.regions },
    Housekeeping,
    SeedDataSet,
  ],
})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(OidcEndpoints).forRoutes('*splat');
  }
}
