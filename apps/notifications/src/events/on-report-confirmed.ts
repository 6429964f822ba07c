import { reportConfirmed, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvent } from '@jaki/messaging';
import { Controller } from '@nestjs/common';
import { type DB } from '../generated/db.js';
import { TellOfReport } from '../use-cases/tell-of-report.js';
import { reportNews } from './report-news.js';

@Controller()
export class OnReportConfirmed {
  constructor(private readonly tellOfReport: TellOfReport) {}

  @OnEvent(reportConfirmed)
  async handle(event: ReceivedEvent<typeof reportConfirmed>, { tx }: EventContext<DB>): Promise<void> {
    await this.tellOfReport.execute(tx, reportNews('confirmed', event), event);
  }
}
