import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { rupiah } from '@jaki/kernel';
import { By, Requires, UuidPipe } from '@jaki/platform';
import { StepTakenView } from '../../businesses/http/application.dto.js';
import type { OfferId } from '../domain/listing.js';
import { KeepStock } from '../use-cases/keep-stock.js';
import { OwnListing } from '../use-cases/own-listing.js';
import { PriceDto, StockCountDto, StockMoveDto, StockView } from './listing.dto.js';

/** Price and stock, which change every day and are checked by nobody. */
@Controller('v1/offers/:id')
@Requires('citizen')
export class OffersController {
  constructor(
    private readonly own: OwnListing,
    private readonly stock: KeepStock,
  ) {}

  /** Change the price of an offer that is shown */
  @Post('price')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  reprice(@Param('id', UuidPipe) offerId: OfferId, @Body() { price }: PriceDto, @By() by: By): Promise<StepTakenView> {
    return this.own.reprice({ offerId, price: rupiah(price), ...by });
  }

  /** Something came or went */
  @Post('stock')
  @HttpCode(200)
  @ApiOkResponse({ type: StockView })
  move(@Param('id', UuidPipe) offerId: OfferId, @Body() moved: StockMoveDto, @By() by: By): Promise<StockView> {
    return this.stock.move({ offerId, change: moved.change, reason: moved.reason, ...by });
  }

  /** It was counted */
  @Post('stock/count')
  @HttpCode(200)
  @ApiOkResponse({ type: StockView })
  count(@Param('id', UuidPipe) offerId: OfferId, @Body() counted: StockCountDto, @By() by: By): Promise<StockView> {
    return this.stock.count({ offerId, onHand: counted.onHand, was: counted.was, ...by });
  }
}
