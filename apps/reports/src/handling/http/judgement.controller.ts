import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, Requires, UuidPipe } from '@jaki/platform';
import type { ReportId } from '../../report/domain/ids.js';
import { JudgeReport } from '../use-cases/judge-report.js';
import { ReasonDto, StepDto, StepTakenView } from './steps.dto.js';

/** Steps of those who judge whether it is done: another organisation's validator, then the reporter. */
@Controller('v1/reports/:id')
@ApiOkResponse({ type: StepTakenView })
export class JudgementController {
  constructor(private readonly reports: JudgeReport) {}

  /** Agree that it is done */
  @Post('validate')
  @HttpCode(200)
  @Requires('validator')
  validate(@Param('id', UuidPipe) id: ReportId, @Body() { note }: StepDto, @By() by: By): Promise<StepTakenView> {
    return this.reports.validate({ id, ...by, note });
  }

  /** Do not agree: the work goes on */
  @Post('refuse')
  @HttpCode(200)
  @Requires('validator')
  refuse(@Param('id', UuidPipe) id: ReportId, @Body() { reason }: ReasonDto, @By() by: By): Promise<StepTakenView> {
    return this.reports.refuse({ id, ...by, note: reason });
  }

  /** The reporter agrees: closed */
  @Post('confirm')
  @HttpCode(200)
  @Requires('citizen', 'channel')
  confirm(@Param('id', UuidPipe) id: ReportId, @Body() { note }: StepDto, @By() by: By): Promise<StepTakenView> {
    return this.reports.confirm({ id, ...by, note });
  }

  /** The reporter does not agree: the work goes on */
  @Post('dispute')
  @HttpCode(200)
  @Requires('citizen', 'channel')
  dispute(@Param('id', UuidPipe) id: ReportId, @Body() { reason }: ReasonDto, @By() by: By): Promise<StepTakenView> {
    return this.reports.dispute({ id, ...by, note: reason });
  }
}
