import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, Requires, UuidPipe } from '@jaki/platform';
import type { ReportId } from '../domain/ids.js';
import { StepTakenView } from '../queries/views.dto.js';
import { ConfirmReport } from '../use-cases/confirm-report.js';
import { DisputeReport } from '../use-cases/dispute-report.js';
import { RefuseCompletion } from '../use-cases/refuse-completion.js';
import { ValidateCompletion } from '../use-cases/validate-completion.js';
import { ReasonDto, StepDto } from './steps.dto.js';

/** Steps of those who judge whether it is done: another organisation's validator, then the reporter. */
@Controller('v1/reports/:id')
@ApiOkResponse({ type: StepTakenView })
export class JudgementController {
  constructor(
    private readonly validateCompletion: ValidateCompletion,
    private readonly refuseCompletion: RefuseCompletion,
    private readonly confirmReport: ConfirmReport,
    private readonly disputeReport: DisputeReport,
  ) {}

  /** Agree that it is done */
  @Post('validate')
  @HttpCode(200)
  @Requires('validator')
  validate(@Param('id', UuidPipe) reportId: ReportId, @Body() { note }: StepDto, @By() by: By): Promise<StepTakenView> {
    return this.validateCompletion.execute({ reportId, ...by, note });
  }

  /** Do not agree: the work goes on */
  @Post('refuse')
  @HttpCode(200)
  @Requires('validator')
  refuse(
    @Param('id', UuidPipe) reportId: ReportId,
    @Body() { reason }: ReasonDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.refuseCompletion.execute({ reportId, ...by, note: reason });
  }

  /** The reporter agrees: closed */
  @Post('confirm')
  @HttpCode(200)
  @Requires('citizen', 'channel')
  confirm(@Param('id', UuidPipe) reportId: ReportId, @Body() { note }: StepDto, @By() by: By): Promise<StepTakenView> {
    return this.confirmReport.execute({ reportId, ...by, note });
  }

  /** The reporter does not agree: the work goes on */
  @Post('dispute')
  @HttpCode(200)
  @Requires('citizen', 'channel')
  dispute(
    @Param('id', UuidPipe) reportId: ReportId,
    @Body() { reason }: ReasonDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.disputeReport.execute({ reportId, ...by, note: reason });
  }
}
