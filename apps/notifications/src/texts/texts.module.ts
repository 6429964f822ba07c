import { Module } from '@nestjs/common';
import { CityData, openCity } from '@jaki/regions';
import { NotificationsConfig } from '../config.js';
import { Texts } from './texts.js';

/** The words of notices. */
@Module({
  providers: [
    Texts,
    {
      provide: CityData,
      inject: [NotificationsConfig],
      useFactory: ({ CITY_DATA }: NotificationsConfig) => openCity(CITY_DATA),
    },
  ],
  exports: [Texts],
})
export class TextsModule {}
