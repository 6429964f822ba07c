import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { By, Limited, Requires, UuidPipe } from '@jaki/platform';
import type { BusinessId } from '../domain/business.js';
import { applying } from '../quotas.js';
import { ApplyForBusiness } from '../use-cases/apply-for-business.js';
import { OwnBusiness } from '../use-cases/own-business.js';
import { ApplicationDto, applicationOf, StepTakenView } from './application.dto.js';

/** What owners do. */
@Controller('v1/businesses')
@Requires('citizen')
export class OwningController {
  constructor(
    private readonly businesses: ApplyForBusiness,
    private readonly own: OwnBusiness,
  ) {}

  /** Apply for a business of one's own */
  @Post()
  @Limited(applying)
  @ApiCreatedResponse({ type: StepTakenView })
  async apply(
    @Body() application: ApplicationDto,
    @By() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StepTakenView> {
    const applied = await this.businesses.execute(applicationOf(application), by);
    void reply.header('location', `/v1/businesses/${applied.id}`);
    return applied;
  }

  /** Hand a returned application in again, corrected */
  @Post(':id/resubmit')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  resubmit(
    @Param('id', UuidPipe) id: BusinessId,
    @Body() application: ApplicationDto,
    @By() by: By,
  ): Promise<StepTakenView> {
    return this.own.resubmit({ id, ...by, application: applicationOf(application) });
  }

  /** Close the business */
  @Post(':id/close')
  @HttpCode(200)
  @ApiOkResponse({ type: StepTakenView })
  close(@Param('id', UuidPipe) id: BusinessId, @By() by: By): Promise<StepTakenView> {
    return this.own.close({ id, ...by });
  }
}
