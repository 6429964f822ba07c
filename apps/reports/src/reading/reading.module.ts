import { Module } from '@nestjs/common';
import { PublicReportsController } from './http/public-reports.controller.js';
import { QueueController } from './http/queue.controller.js';
import { ReportsController } from './http/reports.controller.js';
import { CountReports } from './queries/count-reports.js';
import { FindReport } from './queries/find-report.js';
import { ListQueue } from './queries/list-queue.js';
import { ListReports } from './queries/list-reports.js';
import { MapReports } from './queries/map-reports.js';
import { ReportHistory } from './queries/report-history.js';

/** Who may see what of reports: one, lists, the map, counts, queues. */
@Module({
  controllers: [ReportsController, PublicReportsController, QueueController],
  providers: [FindReport, ReportHistory, ListReports, MapReports, CountReports, ListQueue],
})
export class ReadingModule {}
