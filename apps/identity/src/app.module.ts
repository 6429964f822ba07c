import { Module } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { CityModule } from './city/city.module.js';
import { Housekeeping } from './housekeeping.js';
import { LoginModule } from './login/login.module.js';
import { OidcModule } from './oidc/oidc.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import { PeopleModule } from './people/people.module.js';
import { SeedModule } from './seed/seed.module.js';
import { identity } from './service.js';
import { SmsModule } from './sms/sms.module.js';

/** Who is who, and who may act for whom. */
@Module({
  imports: [
    PlatformModule.forService(identity),
    CityModule,
    PeopleModule,
    SmsModule,
    LoginModule,
    OidcModule,
    OrganisationsModule,
    SeedModule,
  ],
  providers: [Housekeeping],
})
export class AppModule {}
