import { Module } from '@nestjs/common';
import { CityData, openCity, Regions } from '@jaki/regions';
import { IdentityConfig } from '../config.js';

/** What the city brings: its regions, clients, phones and words. */
@Module({
  providers: [
    { provide: CityData, inject: [IdentityConfig], useFactory: (config: IdentityConfig) => openCity(config.CITY_DATA) },
    { provide: Regions, inject: [CityData], useFactory: (city: CityData) => city.regions },
  ],
  exports: [CityData, Regions],
})
export class CityModule {}
