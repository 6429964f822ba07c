import { Module } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { AgenciesModule } from './agencies/agencies.module.js';
import { CityModule } from './city/city.module.js';
import { FilingModule } from './filing/filing.module.js';
import { HandlingModule } from './handling/handling.module.js';
import { PhotosModule } from './photos/photos.module.js';
import { ReadingModule } from './reading/reading.module.js';
import { reports } from './service.js';

/** Citizens' reports, from filing to closing. */
@Module({
  imports: [
    PlatformModule.forService(reports),
    CityModule,
    AgenciesModule,
    FilingModule,
    HandlingModule,
    PhotosModule,
    ReadingModule,
  ],
})
export class AppModule {}
