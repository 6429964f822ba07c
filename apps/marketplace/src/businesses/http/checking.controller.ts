import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { By, Requires, UuidPipe } from '@jaki/platform';
import type { BusinessId } from '../domain/business.js';
import { CheckBusiness } from '../use-cases/check-business.js';
import { ReasonDto, StepTakenView } from './application.dto.js';

/** What officers do about businesses of their region. */
@Controller('v1/businesses/:id')
@Requires('officer')
@ApiOkResponse({ type: StepTakenView })
export class CheckingController {
  constructor(private readonly businesses: CheckBusiness) {}

  /** It is what it says: verified */
  @Post('verify')
  @HttpCode(200)
  verify(@Param('id', UuidPipe) id: BusinessId, @By() by: By): Promise<StepTakenView> {
    return this.businesses.verify({ id, ...by });
  }

  /** Return it to be corrected */
  @Post('return')
  @HttpCode(200)
  giveBack(@Param('id', UuidPipe) id: BusinessId, @Body() { reason }: ReasonDto, @By() by: By): Promise<StepTakenView> {
    return this.businesses.giveBack({ id, ...by, note: reason });
  }

  /** Refuse it for good */
  @Post('refuse')
  @HttpCode(200)
  refuse(@Param('id', UuidPipe) id: BusinessId, @Body() { reason }: ReasonDto, @By() by: By): Promise<StepTakenView> {
    return this.businesses.refuse({ id, ...by, note: reason });
  }

  /** Stop a verified one for the time being */
  @Post('suspend')
  @HttpCode(200)
  suspend(@Param('id', UuidPipe) id: BusinessId, @Body() { reason }: ReasonDto, @By() by: By): Promise<StepTakenView> {
    return this.businesses.suspend({ id, ...by, note: reason });
  }

  /** Let a suspended one go on */
  @Post('resume')
  @HttpCode(200)
  resume(@Param('id', UuidPipe) id: BusinessId, @By() by: By): Promise<StepTakenView> {
    return this.businesses.resume({ id, ...by });
  }
}
