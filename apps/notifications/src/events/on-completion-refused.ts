import { reportCompletionRefused, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvent } from '@jaki/messaging';
import { Controller } from '@nestjs/common';
import { type DB } from '../generated/db.js';
import { TellOfReport } from '../use-cases/tell-of-report.js';
import { reportNews } from './report-news.js';

@Controller()
export class OnCompletionRefused {
  constructor(private readonly tellOfReport: TellOfReport) {}

  @OnEvent(reportCompletionRefused)
  async handle(event: ReceivedEvent<typeof reportCompletionRefused>, { tx }: EventContext<DB>): Promise<void> {
    await this.tellOfReport.execute(tx, reportNews('completion_refused', event), event);
  }
}
