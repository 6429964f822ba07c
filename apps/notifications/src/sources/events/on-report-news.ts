import {
  reportCompletionClaimed,
  reportCompletionRefused,
  reportConfirmed,
  reportCoordinated,
  reportDispatched,
  reportDisputed,
  reportFiled,
  reportFinishPromised,
  reportRejected,
  reportRouted,
  reportValidated,
  reportWorkStarted,
} from '@jaki/contracts';
import { type EventContext, type EventOf, OnEvents } from '@jaki/messaging';
import { Controller } from '@nestjs/common';
import { type Step } from '../../telling/domain/notices.js';
import { type DB } from '../../generated/db.js';
import { TellOfReports } from '../../telling/use-cases/tell-of-reports.js';
import { reportNews } from './report-news.js';

const told = [
  reportFiled,
  reportRouted,
  reportCoordinated,
  reportDispatched,
  reportWorkStarted,
  reportFinishPromised,
  reportCompletionClaimed,
  reportValidated,
  reportCompletionRefused,
  reportConfirmed,
  reportDisputed,
  reportRejected,
] as const;

type ReportEvent = EventOf<(typeof told)[number]>;

/** Which step of a report an event tells of. */
const steps: Readonly<Record<ReportEvent['type'], Step>> = {
  'reports.report.filed.v1': 'filed',
  'reports.report.routed.v1': 'routed',
  'reports.report.coordinated.v1': 'coordinated',
  'reports.report.dispatched.v1': 'dispatched',
  'reports.report.work_started.v1': 'work_started',
  'reports.report.finish_promised.v1': 'finish_promised',
  'reports.report.completion_claimed.v1': 'completion_claimed',
  'reports.report.validated.v1': 'validated',
  'reports.report.completion_refused.v1': 'completion_refused',
  'reports.report.confirmed.v1': 'confirmed',
  'reports.report.disputed.v1': 'disputed',
  'reports.report.rejected.v1': 'rejected',
};

/** Together, because on a busy day most of them concern the same few inboxes. */
@Controller()
export class OnReportNews {
  constructor(private readonly tellOfReports: TellOfReports) {}

  @OnEvents(told)
  async handle(events: readonly ReportEvent[], { tx }: EventContext<DB>): Promise<void> {
    const news = events.map((event) => ({ news: reportNews(steps[event.type], event), occurrence: event }));
    await this.tellOfReports.execute(tx, news);
  }
}
