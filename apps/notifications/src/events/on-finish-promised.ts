import { reportFinishPromised, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvent } from '@jaki/messaging';
import { Controller } from '@nestjs/common';
import { type DB } from '../generated/db.js';
import { TellOfReport } from '../use-cases/tell-of-report.js';
import { reportNews } from './report-news.js';

@Controller()
export class OnFinishPromised {
  constructor(private readonly tellOfReport: TellOfReport) {}

  @OnEvent(reportFinishPromised)
  async handle(event: ReceivedEvent<typeof reportFinishPromised>, { tx }: EventContext<DB>): Promise<void> {
    await this.tellOfReport.execute(tx, reportNews('finish_promised', event), event);
  }
}
