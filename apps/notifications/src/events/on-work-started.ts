import { reportWorkStarted, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvent } from '@jaki/messaging';
import { Controller } from '@nestjs/common';
import { type DB } from '../generated/db.js';
import { TellOfReport } from '../use-cases/tell-of-report.js';
import { reportNews } from './report-news.js';

@Controller()
export class OnWorkStarted {
  constructor(private readonly tellOfReport: TellOfReport) {}

  @OnEvent(reportWorkStarted)
  async handle(event: ReceivedEvent<typeof reportWorkStarted>, { tx }: EventContext<DB>): Promise<void> {
    await this.tellOfReport.execute(tx, reportNews('work_started', event), event);
  }
}
