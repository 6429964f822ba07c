import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type OrganisationId } from '@jaki/kernel';
import { By, Requires, UuidPipe } from '@jaki/platform';
import type { ReportId } from '../domain/ids.js';
import { StepTakenView } from '../queries/views.dto.js';
import { CoordinateReport } from '../use-cases/coordinate-report.js';
import { DispatchReport } from '../use-cases/dispatch-report.js';
import { RejectReport } from '../use-cases/reject-report.js';
import { CoordinateDto, DispatchDto, RejectDto } from './steps.dto.js';

/** Steps by which a report finds who deals with it. */
@Controller('v1/reports/:id')
@Requires('officer')
@ApiOkResponse({ type: StepTakenView })
export class PassingController {
  constructor(
    private readonly coordinateReport: CoordinateReport,
    private readonly dispatchReport: DispatchReport,
    private readonly rejectReport: RejectReport,
  ) {}

  /** Pass it on to another agency */
  @Post('coordinate')
  @HttpCode(200)
  coordinate(
    @Param('id', UuidPipe) reportId: ReportId,
    @Body() { agencyId, note }: CoordinateDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.coordinateReport.execute({ reportId, ...by, note, agencyId: agencyId as OrganisationId });
  }

  /** Instruct a sub-agency */
  @Post('dispatch')
  @HttpCode(200)
  dispatch(
    @Param('id', UuidPipe) reportId: ReportId,
    @Body() { subAgencyId, note }: DispatchDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.dispatchReport.execute({ reportId, ...by, note, subAgencyId: subAgencyId as OrganisationId });
  }

  /** Refuse the report as such */
  @Post('reject')
  @HttpCode(200)
  reject(
    @Param('id', UuidPipe) reportId: ReportId,
    @Body() { reason, text }: RejectDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.rejectReport.execute({ reportId, ...by, reason, note: text });
  }
}
