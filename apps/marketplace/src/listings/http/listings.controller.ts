import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, type Page, PageQuery, type Principal, Public, Requires, UuidPipe } from '@jaki/platform';
import type { ListingId } from '../domain/listing.js';
import { FindListing } from '../queries/find-listing.js';
import { ListListings } from '../queries/list-listings.js';
import { ListingDetailsView, ListingHistoryView, ListingListView, type ListingSummary } from '../queries/views.dto.js';
import { ListingQuery } from './queries.dto.js';

@Controller('v1/listings')
export class ListingsController {
  constructor(
    private readonly listings: ListListings,
    private readonly one: FindListing,
  ) {}

  /** What can be ordered, newest first */
  @Get()
  @Public()
  @ApiOkResponse({ type: ListingListView })
  list(@Query() query: ListingQuery): Promise<Page<ListingSummary>> {
    return this.listings.published(query);
  }

  /** The caller's own, in all states, newest first */
  @Get('mine')
  @Requires('citizen')
  @ApiOkResponse({ type: ListingListView })
  mine(@Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<ListingSummary>> {
    return this.listings.ownedBy(caller.id, query);
  }

  /** What waits to be checked by the caller's office, oldest first */
  @Get('queue')
  @Requires('officer')
  @ApiOkResponse({ type: ListingListView })
  queue(@Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<ListingSummary>> {
    return this.listings.waitingFor(caller, query);
  }

  /** One listing with its offers and what is left of each */
  @Get(':id')
  @Public({ optionalCaller: true })
  @ApiOkResponse({ type: ListingDetailsView })
  see(@Param('id', UuidPipe) id: ListingId, @Caller() viewer: Principal | undefined): Promise<ListingDetailsView> {
    return this.one.execute(id, viewer);
  }

  /** What happened to it, with the officers' reasons: for its owner and for who checks it */
  @Get(':id/history')
  @Requires('citizen', 'officer')
  @ApiOkResponse({ type: ListingHistoryView })
  history(@Param('id', UuidPipe) id: ListingId, @Caller() viewer: Principal): Promise<ListingHistoryView> {
    return this.one.history(id, viewer);
  }
}
