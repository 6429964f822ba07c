import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { keepOrganisation, type KnownOrganisation } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { Inboxes } from '../store/inboxes.js';
import { lockForArriving, unpark } from '../store/parked.js';

/** Takes in what identity tells of an organisation, and delivers what waited for it. */
@Injectable()
export class KeepOrganisation {
  constructor(private readonly inboxes: Inboxes) {}

  async execute(tx: Transaction<DB>, known: KnownOrganisation): Promise<void> {
    await lockForArriving(tx);
    if (!(await keepOrganisation(tx, known))) return;
    const recipient = { kind: 'organisation', id: known.id } as const;
    const waited = await unpark(tx, known);
    await this.inboxes.deliver(
      tx,
      waited.map((notice) => ({ ...notice, recipient })),
    );
  }
}
