import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Caller, type Page, PageQuery, type Principal, Public, Requires, UuidPipe } from '@jaki/platform';
import type { ReportId } from '../../report/domain/ids.js';
import { FindReport } from '../queries/find-report.js';
import { ListReports } from '../queries/list-reports.js';
import { ReportHistory } from '../queries/report-history.js';
import { HistoryView, ReportListView, type ReportSummary, ReportView } from '../queries/views.dto.js';

/** What whoever has to do with a report sees of it. */
@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly findReport: FindReport,
    private readonly history: ReportHistory,
    private readonly reports: ListReports,
  ) {}

  /** The caller's own reports, newest first */
  @Get('mine')
  @Requires('citizen', 'channel')
  @ApiOkResponse({ type: ReportListView })
  mine(@Query() query: PageQuery, @Caller() caller: Principal): Promise<Page<ReportSummary>> {
    return this.reports.mine(caller, query);
  }

  /** One report, for its reporter, the organisations involved and, when it is public, for all */
  @Get(':id')
  @Public({ optionalCaller: true })
  @ApiOkResponse({ type: ReportView })
  find(@Param('id', UuidPipe) id: ReportId, @Caller() viewer: Principal | undefined): Promise<ReportView> {
    return this.findReport.execute(id, viewer);
  }

  /** Its steps, first to last */
  @Get(':id/history')
  @Public({ optionalCaller: true })
  @ApiOkResponse({ type: HistoryView })
  async steps(@Param('id', UuidPipe) id: ReportId, @Caller() viewer: Principal | undefined): Promise<HistoryView> {
    return { items: await this.history.execute(id, viewer) };
  }
}
