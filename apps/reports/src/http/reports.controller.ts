import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { By, Caller, Limited, type Page, PageQuery, type Principal, Public, Requires, UuidPipe } from '@jaki/platform';
import { type FastifyReply } from 'fastify';
import type { ReportId } from '../domain/ids.js';
import { FindReport } from '../queries/find-report.js';
import { ListReports } from '../queries/list-reports.js';
import { ReportHistory } from '../queries/report-history.js';
import { FiledReportView, HistoryView, ReportListView, type ReportSummary, ReportView } from '../queries/views.dto.js';
import { FileReport } from '../use-cases/file-report.js';
import { filing } from '../quotas.js';
import { FileReportDto, newReportOf } from './file-report.dto.js';

@Controller('v1/reports')
export class ReportsController {
  constructor(
    private readonly fileReport: FileReport,
    private readonly findReport: FindReport,
    private readonly history: ReportHistory,
    private readonly reports: ListReports,
  ) {}

  /** File a report */
  @Post()
  @Requires('citizen', 'channel')
  @Limited(filing)
  @ApiCreatedResponse({ type: FiledReportView })
  async file(
    @Body() report: FileReportDto,
    @By() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FiledReportView> {
    const filed = await this.fileReport.execute(newReportOf(report), by);
    void reply.header('location', `/v1/reports/${filed.id}`);
    return filed;
  }

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
