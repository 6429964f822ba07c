import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module.js';
import { JudgementController } from './http/judgement.controller.js';
import { PassingController } from './http/passing.controller.js';
import { WorkController } from './http/work.controller.js';
import { JudgeReport } from './use-cases/judge-report.js';
import { PassOnReport } from './use-cases/pass-on-report.js';
import { WorkOnReport } from './use-cases/work-on-report.js';

/** A report goes on: passed on, worked on, judged. */
@Module({
  imports: [CityModule],
  controllers: [PassingController, WorkController, JudgementController],
  providers: [PassOnReport, WorkOnReport, JudgeReport],
})
export class HandlingModule {}
