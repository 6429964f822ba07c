import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type OrganisationId } from '@jaki/kernel';
import { By, Requires, UuidPipe } from '@jaki/platform';
import type { ReportId } from '../../report/domain/ids.js';
import { PassOnReport } from '../use-cases/pass-on-report.js';
import { CoordinateDto, DispatchDto, RejectDto, StepTakenView } from './steps.dto.js';

/** Steps by which a report finds who deals with it. */
@Controller('v1/reports/:id')
@Requires('officer')
@ApiOkResponse({ type: StepTakenView })
export class PassingController {
  constructor(private readonly reports: PassOnReport) {}

  /** Pass it on to another agency */
  @Post('coordinate')
  @HttpCode(200)
  coordinate(
    @Param('id', UuidPipe) id: ReportId,
    @Body() { agencyId, note }: CoordinateDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.reports.coordinate({ id, ...by, note, agencyId: agencyId as OrganisationId });
  }

  /** Instruct a sub-agency */
  @Post('dispatch')
  @HttpCode(200)
  dispatch(
    @Param('id', UuidPipe) id: ReportId,
    @Body() { subAgencyId, note }: DispatchDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.reports.dispatch({ id, ...by, note, subAgencyId: subAgencyId as OrganisationId });
  }

  /** Refuse the report as such */
  @Post('reject')
  @HttpCode(200)
  reject(
    @Param('id', UuidPipe) id: ReportId,
    @Body() { reason, text }: RejectDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.reports.reject({ id, ...by, reason, note: text });
  }
}
