import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, type Page, PageQuery, type Principal, Public, Requires, UuidPipe } from '@jaki/platform';
import type { BusinessId } from '../domain/business.js';
import { FindBusiness } from '../queries/find-business.js';
import { ListBusinesses } from '../queries/list-businesses.js';
import {
  BusinessDetailsView,
  BusinessHistoryView,
  BusinessListView,
  type BusinessSummary,
} from '../queries/views.dto.js';
import { BusinessQuery } from './queries.dto.js';

@Controller('v1/businesses')
export class ReadingController {
  constructor(
    private readonly businesses: ListBusinesses,
    private readonly one: FindBusiness,
  ) {}

  /** Verified businesses, newest first */
  @Get()
  @Public()
  @ApiOkResponse({ type: BusinessListView })
  list(@Query() query: BusinessQuery): Promise<Page<BusinessSummary>> {
    return this.businesses.verified(query);
  }

  /** The caller's own, newest first */
  @Get('mine')
  @Requires('citizen')
  @ApiOkResponse({ type: BusinessListView })
  mine(@Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<BusinessSummary>> {
    return this.businesses.ownedBy(caller.id, query);
  }

  /** Applications that wait for the caller's office, oldest first */
  @Get('queue')
  @Requires('officer')
  @ApiOkResponse({ type: BusinessListView })
  queue(@Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<BusinessSummary>> {
    return this.businesses.waitingFor(caller, query);
  }

  /** One business: all of it for its owner and for who verifies it, what everybody may know for others */
  @Get(':id')
  @Public({ optionalCaller: true })
  @ApiOkResponse({ type: BusinessDetailsView })
  see(@Param('id', UuidPipe) id: BusinessId, @Caller() viewer: Principal | undefined): Promise<BusinessDetailsView> {
    return this.one.execute(id, viewer);
  }

  /** What happened to it, with the officers' reasons: for its owner and for who verifies it */
  @Get(':id/history')
  @Requires('citizen', 'officer')
  @ApiOkResponse({ type: BusinessHistoryView })
  history(@Param('id', UuidPipe) id: BusinessId, @Caller() viewer: Principal): Promise<BusinessHistoryView> {
    return this.one.history(id, viewer);
  }
}
