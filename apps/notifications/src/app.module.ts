import { Module } from '@nestjs/common';
import { PlatformModule } from '@jaki/platform';
import { CityData, openCity } from '@jaki/regions';
import { NotificationsConfig } from './config.js';
import { References } from './crypto/references.js';
import { Seals } from './crypto/seals.js';
import { OnOrganisationChanged } from './telling/events/on-organisation-changed.js';
import { OnOrganisationRegistered } from './telling/events/on-organisation-registered.js';
import { OnReportNews } from './sources/events/on-report-news.js';
import { InboxController } from './inbox/http/inbox.controller.js';
import { CountUnread } from './inbox/queries/count-unread.js';
import { ListInbox } from './inbox/queries/list-inbox.js';
import { notifications } from './service.js';
import { Inboxes } from './telling/store/inboxes.js';
import { Texts } from './texts/texts.js';
import { FindReporter } from './telling/use-cases/find-reporter.js';
import { ForgetHourly } from './retention/use-cases/forget-hourly.js';
import { ForgetOldNotices } from './retention/use-cases/forget-old-notices.js';
import { KeepOrganisation } from './telling/use-cases/keep-organisation.js';
import { ReadNotice } from './inbox/use-cases/read-notice.js';
import { ReadUpTo } from './inbox/use-cases/read-up-to.js';
import { TellOfReports } from './telling/use-cases/tell-of-reports.js';

const events = [OnOrganisationRegistered, OnOrganisationChanged, OnReportNews];
const useCases = [TellOfReports, FindReporter, KeepOrganisation, ReadNotice, ReadUpTo, ForgetOldNotices, ForgetHourly];
const queries = [ListInbox, CountUnread];

@Module({
  imports: [PlatformModule.forService(notifications)],
  controllers: [InboxController, ...events],
  providers: [
    ...useCases,
    ...queries,
    Inboxes,
    Seals,
    References,
    Texts,
    {
      provide: CityData,
      inject: [NotificationsConfig],
      useFactory: ({ CITY_DATA }: NotificationsConfig) => openCity(CITY_DATA),
    },
  ],
})
export class AppModule {}
