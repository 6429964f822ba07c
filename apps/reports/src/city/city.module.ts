import { Module } from '@nestjs/common';
import { CityData, openCity } from '@jaki/regions';
import { ReportsConfig } from '../config.js';
import { City } from './city.js';
import { CityController } from './http/city.controller.js';

/** What the city brings: its regions, categories and reasons. */
@Module({
  controllers: [CityController],
  providers: [
    City,
    { provide: CityData, inject: [ReportsConfig], useFactory: (config: ReportsConfig) => openCity(config.CITY_DATA) },
  ],
  exports: [City],
})
export class CityModule {}
