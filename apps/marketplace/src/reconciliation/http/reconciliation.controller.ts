import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Requires } from '@jaki/platform';
import { Differences } from '../queries/differences.js';
import { DifferenceListView } from '../queries/views.dto.js';
import { DayQuery } from './queries.dto.js';

/** Our books against the acquirer's, for the platform's operator. */
@Controller('v1/settlement-differences')
@Requires('registrar')
export class ReconciliationController {
  constructor(private readonly differences: Differences) {}

  /** What the acquirer's file of a day says otherwise than we do */
  @Get()
  @ApiOkResponse({ type: DifferenceListView })
  list(@Query() { day }: DayQuery): Promise<DifferenceListView> {
    return this.differences.on(day);
  }
}
