import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { type OfficialAddress } from '../domain/address.js';
import { type Notice, noticesFor, type ReportNews } from '../domain/notices.js';
import { type DB } from '../generated/db.js';
import { type Delivery, Inboxes, type Occurrence, type Recipient } from '../store/inboxes.js';
import { organisationsAt } from '../store/organisations.js';
import { lockForParking, park } from '../store/parked.js';
import { FindReporter } from './find-reporter.js';

/** Tells everybody whom a report's step concerns, each of them once. */
@Injectable()
export class TellOfReport {
  constructor(
    private readonly inboxes: Inboxes,
    private readonly findReporter: FindReporter,
  ) {}

  async execute(tx: Transaction<DB>, news: ReportNews, occurrence: Occurrence & { source: string }): Promise<void> {
    const deliveries: Delivery[] = [];
    for (const notice of noticesFor(news)) {
      const { template } = notice;
      const recipients = await this.#recipientsOf(tx, { notice, news, occurrence });
      deliveries.push(...recipients.map((recipient) => ({ occurrence, recipient, template, about: news.about })));
    }
    // Inboxes are locked last and always in the same order, so that two events cannot wait for each other.
    deliveries.sort((a, b) => (a.recipient.id < b.recipient.id ? -1 : 1));
    for (const delivery of deliveries) await this.inboxes.deliver(tx, delivery);
  }

  async #recipientsOf(
    tx: Transaction<DB>,
    told: { notice: Notice; news: ReportNews; occurrence: Occurrence & { source: string } },
  ): Promise<Recipient[]> {
    const { address, template } = told.notice;
    if (address.to === 'person') return this.findReporter.execute(address.seal, told.occurrence);
    const known = await this.#known(tx, address);
    if (known.length > 0) return known;
    await lockForParking(tx);
    const arrived = await this.#known(tx, address);
    if (arrived.length === 0) {
      await park(tx, { address, template, about: told.news.about, occurrence: told.occurrence });
    }
    return arrived;
  }

  async #known(tx: Transaction<DB>, address: OfficialAddress): Promise<Recipient[]> {
    const ids = await organisationsAt(tx, address);
    return ids.map((id) => ({ kind: 'organisation', id }));
  }
}
