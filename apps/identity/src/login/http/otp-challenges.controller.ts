import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { By, Public } from '@jaki/platform';
import { RequestCode } from '../use-cases/request-code.js';
import { OtpChallengeDto, OtpChallengeView } from './otp-challenges.dto.js';

@Controller('v1/otp-challenges')
export class OtpChallengesController {
  constructor(private readonly requestCode: RequestCode) {}

  /** Sends a one-time code to a phone, whether or not it is known here. */
  @Post()
  @HttpCode(202)
  @Public()
  async request(
    @Body() { phone }: OtpChallengeDto,
    @Ip() address: string,
    @By() { once }: By<undefined>,
  ): Promise<OtpChallengeView> {
    return this.requestCode.execute({ phone, address }, once);
  }
}
