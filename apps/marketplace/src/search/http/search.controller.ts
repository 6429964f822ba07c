import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Public } from '@jaki/platform';
import { type Found } from '../queries/found.js';
import { SearchListings } from '../queries/search-listings.js';
import { FoundView } from '../queries/views.dto.js';
import { SearchQuery } from './queries.dto.js';

@Controller('v1/listings/search')
export class SearchController {
  constructor(private readonly listings: SearchListings) {}

  /** What can be ordered, by words: stems, other spellings, beginnings and typing errors are understood */
  @Get()
  @Public()
  @ApiOkResponse({ type: FoundView })
  search(@Query() query: SearchQuery): Promise<Found> {
    return this.listings.execute(query);
  }
}
