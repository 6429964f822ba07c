import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { By, Limited, Requires, UuidPipe } from '@jaki/platform';
import { StepTakenView } from '../../businesses/http/application.dto.js';
import type { ListingId } from '../domain/listing.js';
import { drafting } from '../quotas.js';
import { DraftListing } from '../use-cases/draft-listing.js';
import { OwnListing } from '../use-cases/own-listing.js';
import { draftOf, ListingDto, NewListingDto } from './listing.dto.js';

/** What owners do about their listings. */
@Controller('v1/listings')
@Requires('citizen')
export class OfferingController {
  constructor(
    private readonly drafting: DraftListing,
    private readonly own: OwnListing,
  ) {}

  /** Begin a listing */
  @Post()
  @Limited(drafting)
  @ApiCreatedResponse({ type: StepTakenView })
  async draft(
    @Body() listing: NewListingDto,
    @By() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StepTakenView> {
    const drafted = await this.drafting.execute({ businessId: listing.businessId, given: draftOf(listing), ...by });
    void reply.header('location', `/v1/listings/${drafted.id}`);
    return drafted;
  }

  /** Change what is not shown: a draft, a refused or a paused one. It is checked again then */
  @Post(':id/revise')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  revise(@Param('id', UuidPipe) id: ListingId, @Body() listing: ListingDto, @By() by: By): Promise<StepTakenView> {
    return this.own.revise({ id, given: draftOf(listing), ...by });
  }

  /** Hand a draft in to be checked */
  @Post(':id/submit')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  submit(@Param('id', UuidPipe) id: ListingId, @By() by: By): Promise<StepTakenView> {
    return this.own.submit({ id, ...by });
  }

  /** Take it off for the time being */
  @Post(':id/pause')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  pause(@Param('id', UuidPipe) id: ListingId, @By() by: By): Promise<StepTakenView> {
    return this.own.pause({ id, ...by });
  }

  /** Show a paused one again */
  @Post(':id/resume')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  resume(@Param('id', UuidPipe) id: ListingId, @By() by: By): Promise<StepTakenView> {
    return this.own.resume({ id, ...by });
  }

  /** Take it off for good */
  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  withdraw(@Param('id', UuidPipe) id: ListingId, @By() by: By): Promise<StepTakenView> {
    return this.own.withdraw({ id, ...by });
  }
}
