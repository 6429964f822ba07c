import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, Requires, UuidPipe } from '@jaki/platform';
import { ReasonDto, StepTakenView } from '../../businesses/http/application.dto.js';
import type { ListingId } from '../domain/listing.js';
import { CheckListing } from '../use-cases/check-listing.js';

/** What officers do about listings of their region. */
@Controller('v1/listings/:id')
@Requires('officer')
@ApiOkResponse({ type: StepTakenView })
export class CuratingController {
  constructor(private readonly listings: CheckListing) {}

  /** It is in order: everybody can order from it */
  @Post('approve')
  @HttpCode(200)
  approve(@Param('id', UuidPipe) id: ListingId, @By() by: By): Promise<StepTakenView> {
    return this.listings.approve({ id, ...by });
  }

  /** Refuse it, or take one off that is shown */
  @Post('refuse')
  @HttpCode(200)
  refuse(@Param('id', UuidPipe) id: ListingId, @Body() { reason }: ReasonDto, @By() by: By): Promise<StepTakenView> {
    return this.listings.refuse({ id, ...by, note: reason });
  }
}
