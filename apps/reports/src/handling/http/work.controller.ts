import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, Requires, UuidPipe } from '@jaki/platform';
import type { PhotoId, ReportId } from '../../report/domain/ids.js';
import { WorkOnReport } from '../use-cases/work-on-report.js';
import { CompleteDto, PromiseDto, StepDto, StepTakenView } from './steps.dto.js';

/** Steps of the organisation that does the work. */
@Controller('v1/reports/:id')
@Requires('officer')
@ApiOkResponse({ type: StepTakenView })
export class WorkController {
  constructor(private readonly reports: WorkOnReport) {}

  /** Begin the work */
  @Post('start')
  @HttpCode(200)
  start(@Param('id', UuidPipe) id: ReportId, @Body() { note }: StepDto, @By() by: By): Promise<StepTakenView> {
    return this.reports.start({ id, ...by, note });
  }

  /** Promise a day (EWS) */
  @Post('promise')
  @HttpCode(200)
  promise(
    @Param('id', UuidPipe) id: ReportId,
    @Body() { note, finishBy }: PromiseDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.reports.promise({ id, ...by, note, finishBy });
  }

  /** Claim that it is done, with a photo before and one after */
  @Post('complete')
  @HttpCode(200)
  complete(
    @Param('id', UuidPipe) id: ReportId,
    @Body() { note, ...proof }: CompleteDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    const beforePhotoId = proof.beforePhotoId as PhotoId;
    const afterPhotoId = proof.afterPhotoId as PhotoId;
    return this.reports.complete({ id, ...by, note, beforePhotoId, afterPhotoId });
  }
}
