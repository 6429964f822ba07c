import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { By, Limited, Requires } from '@jaki/platform';
import { filing } from '../quotas.js';
import { FileReport } from '../use-cases/file-report.js';
import { FiledReportView, FileReportDto, newReportOf } from './file-report.dto.js';

@Controller('v1/reports')
export class FilingController {
  constructor(private readonly reports: FileReport) {}

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
    const filed = await this.reports.execute(newReportOf(report), by);
    void reply.header('location', `/v1/reports/${filed.id}`);
    return filed;
  }
}
