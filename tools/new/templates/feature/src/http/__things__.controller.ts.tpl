import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { By, Caller, type Page, PageQuery, type Principal, Requires } from '@jaki/platform';
import { List__Things__ } from '../queries/list-__things__.js';
import { __Thing__ListView, type __Thing__View } from '../queries/views.dto.js';
import { Open__Thing__ } from '../use-cases/open-__thing__.js';
import { Open__Thing__Dto, Opened__Thing__View } from './__things__.dto.js';

@Controller('v1/__things__')
@Requires('citizen')
export class __Things__Controller {
  constructor(
    private readonly open__Thing__: Open__Thing__,
    private readonly list__Things__: List__Things__,
  ) {}

  /** Open a __thing__ of one's own */
  @Post()
  @ApiCreatedResponse({ type: Opened__Thing__View })
  open(@Body() body: Open__Thing__Dto, @By() by: By): Promise<Opened__Thing__View> {
    return this.open__Thing__.execute(body, by);
  }

  /** The caller's own __things__, newest first */
  @Get()
  @ApiOkResponse({ type: __Thing__ListView })
  list(@Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<__Thing__View>> {
    return this.list__Things__.execute(caller.id, query);
  }
}
