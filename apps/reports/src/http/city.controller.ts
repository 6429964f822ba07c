import { Controller, Get } from '@nestjs/common';
import { Public } from '@jaki/platform';
import { City, type Named } from '../city.js';

/** The city's own lists. */
@Controller('v1')
@Public()
export class CityController {
  constructor(private readonly city: City) {}

  /** What a report can be about */
  @Get('categories')
  categories(): { items: readonly Named[] } {
    return { items: this.city.categories };
  }

  /** Why a report may be rejected */
  @Get('rejection-reasons')
  reasons(): { items: readonly Named[] } {
    return { items: this.city.reasons };
  }
}
