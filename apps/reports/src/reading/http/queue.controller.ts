import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, type Principal, Requires } from '@jaki/platform';
import { ListQueue, type Queue } from '../queries/list-queue.js';
import { QueueView } from '../queries/views.dto.js';
import { QueueQuery } from './queries.dto.js';

@Controller('v1/queue')
export class QueueController {
  constructor(private readonly queue: ListQueue) {}

  /** What the organisation acted for has to do, oldest first, with counts by state */
  @Get()
  @Requires('officer', 'validator')
  @ApiOkResponse({ type: QueueView })
  list(@Query() query: QueueQuery, @Caller() caller: Principal): Promise<Queue> {
    return this.queue.execute(caller, query);
  }
}
