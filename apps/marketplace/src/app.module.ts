import { Module } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { BusinessesModule } from './businesses/businesses.module.js';
import { CheckoutModule } from './checkout/checkout.module.js';
import { CityModule } from './city/city.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { ListingsModule } from './listings/listings.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { PaymentCodesModule } from './payment-codes/payment-codes.module.js';
import { PaymentsModule } from './payments/payments.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { SearchModule } from './search/search.module.js';
import { marketplace } from './service.js';

/** Citizens and businesses: who sells, what is sold, what is ordered and paid. */
@Module({
  imports: [
    PlatformModule.forService(marketplace),
    CityModule,
    BusinessesModule,
    PaymentCodesModule,
    SearchModule,
    ListingsModule,
    CheckoutModule,
    PaymentsModule,
    OrdersModule,
    LedgerModule,
    ReconciliationModule,
  ],
})
export class AppModule {}
