import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { SmsModule } from '../sms/sms.module.js';
import { Codes } from './codes.js';
import { OtpChallengesController } from './http/otp-challenges.controller.js';
import { LogIn } from './use-cases/log-in.js';
import { RequestCode } from './use-cases/request-code.js';

/** One-time codes: asked for, sent, guessed. */
@Module({
  imports: [PeopleModule, SmsModule],
  controllers: [OtpChallengesController],
  providers: [Codes, RequestCode, LogIn],
  exports: [Codes, LogIn],
})
export class LoginModule {}
