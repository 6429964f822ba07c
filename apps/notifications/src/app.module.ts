import { Module } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { References } from './crypto/references.js';
import { Seals } from './crypto/seals.js';
import { OnCompletionClaimed } from './events/on-completion-claimed.js';
import { OnCompletionRefused } from './events/on-completion-refused.js';
import { OnFinishPromised } from './events/on-finish-promised.js';
import { OnOrganisationChanged } from './events/on-organisation-changed.js';
import { OnOrganisationRegistered } from './events/on-organisation-registered.js';
import { OnReportConfirmed } from './events/on-report-confirmed.js';
import { OnReportCoordinated } from './events/on-report-coordinated.js';
import { OnReportDispatched } from './events/on-report-dispatched.js';
import { OnReportDisputed } from './events/on-report-disputed.js';
import { OnReportFiled } from './events/on-report-filed.js';
import { OnReportRejected } from './events/on-report-rejected.js';
import { OnReportRouted } from './events/on-report-routed.js';
import { OnReportValidated } from './events/on-report-validated.js';
import { OnWorkStarted } from './events/on-work-started.js';
import { InboxController } from './http/inbox.controller.js';
import { CountUnread } from './queries/count-unread.js';
import { ListInbox } from './queries/list-inbox.js';
import { notifications } from './service.js';
import { Inboxes } from './store/inboxes.js';
import { FindReporter } from './use-cases/find-reporter.js';
import { ForgetHourly } from './use-cases/forget-hourly.js';
import { ForgetOldNotices } from './use-cases/forget-old-notices.js';
import { KeepOrganisation } from './use-cases/keep-organisation.js';
import { ReadNotice } from './use-cases/read-notice.js';
import { ReadUpTo } from './use-cases/read-up-to.js';
import { TellOfReport } from './use-cases/tell-of-report.js';

const organisations = [OnOrganisationRegistered, OnOrganisationChanged];
const reports = [
  OnReportFiled,
  OnReportRouted,
  OnReportCoordinated,
  OnReportDispatched,
  OnWorkStarted,
  OnFinishPromised,
  OnCompletionClaimed,
  OnReportValidated,
  OnCompletionRefused,
  OnReportConfirmed,
  OnReportDisputed,
  OnReportRejected,
];
const useCases = [TellOfReport, FindReporter, KeepOrganisation, ReadNotice, ReadUpTo, ForgetOldNotices, ForgetHourly];
const queries = [ListInbox, CountUnread];

@Module({
  imports: [PlatformModule.forService(notifications)],
  controllers: [InboxController, ...organisations, ...reports],
  providers: [...useCases, ...queries, Inboxes, Seals, References],
})
export class AppModule {}
