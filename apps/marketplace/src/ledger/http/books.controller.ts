import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, type Page, PageQuery, type Principal, Requires, UuidPipe } from '@jaki/platform';
import type { BusinessId } from '../../businesses/domain/business.js';
import { SeeBooks } from '../queries/see-books.js';
import { BalanceView, type StatementLineView, StatementView } from '../queries/views.dto.js';

/** What a business has earned. */
@Controller('v1/businesses/:id')
@Requires('citizen')
export class BooksController {
  constructor(private readonly books: SeeBooks) {}

  /** What it has earned and not got yet: the sum of its postings and nothing else */
  @Get('balance')
  @ApiOkResponse({ type: BalanceView })
  balance(@Param('id', UuidPipe) id: BusinessId, @Caller() viewer: Principal): Promise<BalanceView> {
    return this.books.balance(id, viewer);
  }

  /** Every posting, newest first */
  @Get('statement')
  @ApiOkResponse({ type: StatementView })
  statement(
    @Param('id', UuidPipe) id: BusinessId,
    @Query() query: PageQuery,
    @Caller() viewer: Principal,
  ): Promise<Page<StatementLineView>> {
    return this.books.statement(id, viewer, query);
  }
}
