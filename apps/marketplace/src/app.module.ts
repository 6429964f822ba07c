import { Module } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { BusinessesModule } from './businesses/businesses.module.js';
import { CityModule } from './city/city.module.js';
import { PaymentCodesModule } from './payment-codes/payment-codes.module.js';
import { marketplace } from './service.js';

/** Citizens and businesses: who sells, what is sold, what is ordered and paid. */
@Module({
  imports: [PlatformModule.forService(marketplace), CityModule, BusinessesModule, PaymentCodesModule],
})
export class AppModule {}
