import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SmsDelivery } from './sms-delivery.js';
import { SmsGateway } from './sms-gateway.js';
import { SmsQueue } from './sms-queue.js';

/** Text messages on their way to the operator's gateway. */
@Module({
  imports: [CityModule, PeopleModule],
  providers: [SmsQueue, SmsGateway, SmsDelivery],
  exports: [SmsDelivery],
})
export class SmsModule {}
