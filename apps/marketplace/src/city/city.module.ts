import { Module } from '@nestjs/common';
import { CityData, openCity } from '@jaki/regions';
import { MarketplaceConfig } from '../config.js';
import { City } from './city.js';

/** What the city brings: its regions and its day. */
@Module({
  providers: [
    City,
    {
      provide: CityData,
      inject: [MarketplaceConfig],
      useFactory: (config: MarketplaceConfig) => openCity(config.CITY_DATA),
    },
  ],
  exports: [City],
})
export class CityModule {}
