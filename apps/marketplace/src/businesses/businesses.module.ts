import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module.js';
import { CheckingController } from './http/checking.controller.js';
import { OwningController } from './http/owning.controller.js';
import { ReadingController } from './http/reading.controller.js';
import { FindBusiness } from './queries/find-business.js';
import { ListBusinesses } from './queries/list-businesses.js';
import { ApplyForBusiness } from './use-cases/apply-for-business.js';
import { CheckBusiness } from './use-cases/check-business.js';
import { OwnBusiness } from './use-cases/own-business.js';

/** Businesses: who applies for one, who checks it, who may see what of it. */
@Module({
  imports: [CityModule],
  controllers: [ReadingController, OwningController, CheckingController],
  providers: [ApplyForBusiness, OwnBusiness, CheckBusiness, ListBusinesses, FindBusiness],
})
export class BusinessesModule {}
