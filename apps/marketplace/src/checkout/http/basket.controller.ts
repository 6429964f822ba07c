import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, Caller, NaturallyIdempotent, type Principal, Requires } from '@jaki/platform';
import { SeeBasket } from '../queries/see-basket.js';
import { BasketView } from '../queries/views.dto.js';
import { FillBasket } from '../use-cases/fill-basket.js';
import { BasketLineDto } from './basket.dto.js';

/** What somebody means to buy. */
@Controller('v1/basket')
@Requires('citizen')
export class BasketController {
  constructor(
    private readonly filling: FillBasket,
    private readonly basket: SeeBasket,
  ) {}

  /** The caller's basket, as its goods are offered now */
  @Get()
  @ApiOkResponse({ type: BasketView })
  see(@Caller() caller: Principal): Promise<BasketView> {
    return this.basket.execute(caller.id);
  }

  /** Make it so much of an offer; 0 takes it out */
  @Post('lines')
  @HttpCode(200)
  @NaturallyIdempotent('the basket holds that much of the offer after it')
  @ApiOkResponse({ type: BasketView })
  async put(@Body() { offerId, quantity }: BasketLineDto, @By() { actor }: By): Promise<BasketView> {
    await this.filling.execute({ actor, offerId, quantity: BigInt(quantity) });
    return this.basket.execute(actor.id);
  }
}
