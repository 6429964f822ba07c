import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse } from '@nestjs/swagger';
import { NaturallyIdempotent, Public } from '@jaki/platform';
import { HearCallback } from '../use-cases/hear-callback.js';
import { callbackBody, CallbackHeardView } from './callback.dto.js';

/** Where the acquirer tells of payments. */
@Controller('v1/payments')
export class CallbackController {
  constructor(private readonly callbacks: HearCallback) {}

  /** The acquirer's word on a charge, with its signature. Fields that we do not know are welcome */
  @Post('callback')
  @HttpCode(200)
  @Public()
  @NaturallyIdempotent('a sum that came is taken once, by the acquirer’s number of the transaction')
  @ApiBody(callbackBody)
  @ApiOkResponse({ type: CallbackHeardView })
  async hear(@Body() callback: Record<string, unknown>): Promise<CallbackHeardView> {
    return { outcome: await this.callbacks.execute(callback) };
  }
}
