import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { type DB } from '../../generated/db.js';
import { type OfficialAddress, waitingPlace } from '../../organisations/domain/address.js';
import { organisationsAt } from '../../organisations/store/organisations.js';
import { type News, type Notice } from '../domain/notices.js';
import { type Delivery, Inboxes, type Occurrence, type Recipient } from '../store/inboxes.js';
import { lockForParking, park } from '../store/parked.js';
import { FindPerson } from './find-person.js';

/** News, and the event that it came by. */
export interface Told {
  readonly news: News;
  readonly occurrence: Occurrence & { readonly source: string };
}

/** The organisations that were found at places in one go. */
type Found = Map<string, Recipient[]>;

/** Tells everybody whom these events concern, each of them once an event. */
@Injectable()
export class Tell {
  constructor(
    private readonly inboxes: Inboxes,
    private readonly findPerson: FindPerson,
  ) {}

  async execute(tx: Transaction<DB>, events: readonly Told[]): Promise<void> {
    const found: Found = new Map();
    const deliveries: Delivery[] = [];
    for (const told of events) {
      for (const notice of told.news.notices) {
        const recipients = await this.#recipientsOf(tx, { notice, told, found });
        const { template } = notice;
        const { occurrence, news } = told;
        deliveries.push(...recipients.map((recipient) => ({ occurrence, recipient, template, about: news.about })));
      }
    }
    // Inboxes are locked last: whoever waits for one of them then holds nothing that an earlier step needs.
    await this.inboxes.deliver(tx, deliveries);
  }

  async #recipientsOf(
    tx: Transaction<DB>,
    { notice, told, found }: { notice: Notice; told: Told; found: Found },
  ): Promise<Recipient[]> {
    const { address, template } = notice;
    if (address.to === 'person') return this.findPerson.execute(address.seal, told.occurrence);
    const known = await organisationsFor(tx, address, found);
    if (known.length > 0) return known;
    await lockForParking(tx);
    const arrived = await organisationsFor(tx, address, found);
    if (arrived.length === 0) {
      await park(tx, { address, template, about: told.news.about, occurrence: told.occurrence });
    }
    return arrived;
  }
}

/** Looks a place up once, unless nobody is there: somebody may arrive until parking is locked. */
async function organisationsFor(tx: Transaction<DB>, address: OfficialAddress, found: Found): Promise<Recipient[]> {
  const place = waitingPlace(address);
  const before = found.get(place);
  if (before) return before;
  const ids = await organisationsAt(tx, address);
  const recipients = ids.map((id) => ({ kind: 'organisation' as const, id }));
  if (recipients.length > 0) found.set(place, recipients);
  return recipients;
}
