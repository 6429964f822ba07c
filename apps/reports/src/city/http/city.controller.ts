import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Public } from '@jaki/platform';
import { type Named } from '@jaki/regions';
import { City } from '../city.js';
import { NamedListView } from './city.dto.js';

/** The city's own lists. */
@Controller('v1')
@Public()
export class CityController {
  constructor(private readonly city: City) {}

  /** What a report can be about */
  @Get('categories')
  @ApiOkResponse({ type: NamedListView })
  categories(): { items: readonly Named[] } {
    return { items: this.city.categories };
  }

  /** Why a report may be rejected */
  @Get('rejection-reasons')
  @ApiOkResponse({ type: NamedListView })
  reasons(): { items: readonly Named[] } {
    return { items: this.city.reasons };
  }
}
