import { Module } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { CityData, openCity } from '@jaki/regions';
import { City } from './city.js';
import { ReportsConfig } from './config.js';
import { OnOrganisationChanged } from './events/on-organisation-changed.js';
import { OnOrganisationRegistered } from './events/on-organisation-registered.js';
import { CityController } from './http/city.controller.js';
import { JudgementController } from './http/judgement.controller.js';
import { PassingController } from './http/passing.controller.js';
import { PhotoUploads } from './http/photo-upload.js';
import { PhotosController } from './http/photos.controller.js';
import { PublicReportsController } from './http/public-reports.controller.js';
import { QueueController } from './http/queue.controller.js';
import { ReportsController } from './http/reports.controller.js';
import { WorkController } from './http/work.controller.js';
import { Jobs } from './jobs/jobs.js';
import { DiskPhotoFiles } from './photos/disk-photo-files.js';
import { PhotoFiles } from './photos/photo-files.js';
import { CountReports } from './queries/count-reports.js';
import { FindReport } from './queries/find-report.js';
import { ListQueue } from './queries/list-queue.js';
import { ListReports } from './queries/list-reports.js';
import { MapReports } from './queries/map-reports.js';
import { ReportHistory } from './queries/report-history.js';
import { SeePhoto } from './queries/see-photo.js';
import { reports } from './service.js';
import { Intake } from './store/intake.js';
import { ClaimCompletion } from './use-cases/claim-completion.js';
import { ConfirmReport } from './use-cases/confirm-report.js';
import { CoordinateReport } from './use-cases/coordinate-report.js';
import { DispatchReport } from './use-cases/dispatch-report.js';
import { DisputeReport } from './use-cases/dispute-report.js';
import { ExpirePhotos } from './use-cases/expire-photos.js';
import { FileReport } from './use-cases/file-report.js';
import { LearnOrganisation } from './use-cases/learn-organisation.js';
import { PromiseFinish } from './use-cases/promise-finish.js';
import { RefuseCompletion } from './use-cases/refuse-completion.js';
import { RejectReport } from './use-cases/reject-report.js';
import { StartWork } from './use-cases/start-work.js';
import { StorePhoto } from './use-cases/store-photo.js';
import { TakeStep } from './use-cases/take-step.js';
import { ValidateCompletion } from './use-cases/validate-completion.js';

const http = [
  ...[ReportsController, PublicReportsController, QueueController, PhotosController, CityController],
  ...[PassingController, WorkController, JudgementController],
];

const events = [OnOrganisationRegistered, OnOrganisationChanged];

const useCases = [
  ...[FileReport, TakeStep, CoordinateReport, DispatchReport, RejectReport],
  ...[StartWork, PromiseFinish, ClaimCompletion],
  ...[ValidateCompletion, RefuseCompletion, ConfirmReport, DisputeReport],
  ...[StorePhoto, ExpirePhotos, LearnOrganisation],
];

const queries = [FindReport, ReportHistory, ListReports, MapReports, CountReports, ListQueue, SeePhoto];

/** Citizens' reports, from filing to closing. */
@Module({
  imports: [PlatformModule.forService(reports)],
  controllers: [...http, ...events],
  providers: [
    ...useCases,
    ...queries,
    ...[City, Intake, Jobs, PhotoUploads],
    { provide: CityData, inject: [ReportsConfig], useFactory: (config: ReportsConfig) => openCity(config.CITY_DATA) },
    { provide: PhotoFiles, useClass: DiskPhotoFiles },
  ],
})
export class AppModule {}
