import { Module } from '@nestjs/common';
import { AcquirerModule } from '../acquirer/acquirer.module.js';
import { BasketController } from './http/basket.controller.js';
import { CheckoutsController } from './http/checkouts.controller.js';
import { SeeBasket } from './queries/see-basket.js';
import { SeeCheckout } from './queries/see-checkout.js';
import { CheckOut } from './use-cases/check-out.js';
import { FillBasket } from './use-cases/fill-basket.js';
import { GiveUpCheckout } from './use-cases/give-up-checkout.js';

/** The basket, and its way to orders and a payment. */
@Module({
  imports: [AcquirerModule],
  controllers: [BasketController, CheckoutsController],
  providers: [FillBasket, CheckOut, GiveUpCheckout, SeeBasket, SeeCheckout],
})
export class CheckoutModule {}
