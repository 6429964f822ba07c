import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { CityModule } from '../city/city.module.js';
import { LoginModule } from '../login/login.module.js';
import { PeopleModule } from '../people/people.module.js';
import { Accounts } from './accounts.js';
import { AuthorizationServer } from './authorization-server.js';
import { Clients } from './clients.js';
import { OidcConfiguration } from './configuration.js';
import { DiscoveryController, OAuthController } from './http/oauth.controller.js';
import { OidcEndpoints } from './oidc-endpoints.js';
import { OtpGrant } from './otp-grant.js';
import { TokenClaims } from './token-claims.js';
import { TokenQuota } from './token-quota.js';
import { UnitOfWork } from './unit-of-work.js';

/** OAuth and OpenID Connect: who gets which tokens. */
@Module({
  imports: [CityModule, LoginModule, PeopleModule],
  controllers: [OAuthController, DiscoveryController],
  providers: [
    Clients,
    AuthorizationServer,
    OidcConfiguration,
    OidcEndpoints,
    OtpGrant,
    Accounts,
    TokenClaims,
    TokenQuota,
    UnitOfWork,
  ],
})
export class OidcModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(OidcEndpoints).forRoutes('*splat');
  }
}
