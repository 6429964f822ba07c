import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module.js';
import { FilingController } from './http/filing.controller.js';
import { Intake } from './store/intake.js';
import { FileReport } from './use-cases/file-report.js';

/** Citizens and channels file reports; each is numbered and routed. */
@Module({
  imports: [CityModule],
  controllers: [FilingController],
  providers: [FileReport, Intake],
})
export class FilingModule {}
