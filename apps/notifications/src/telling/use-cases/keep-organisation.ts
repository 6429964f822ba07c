import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { type Organisation } from '../../organisations/domain/address.js';
import { type DB } from '../../generated/db.js';
import { Inboxes } from '../store/inboxes.js';
import { keepOrganisation } from '../../organisations/store/organisations.js';
import { lockForArriving, unpark } from '../store/parked.js';

/** Takes in what identity tells of an organisation, and delivers what waited for it. */
@Injectable()
export class KeepOrganisation {
  constructor(private readonly inboxes: Inboxes) {}

  async execute(tx: Transaction<DB>, known: Organisation, version: number): Promise<void> {
    await lockForArriving(tx);
    if (!(await keepOrganisation(tx, known, version))) return;
    const recipient = { kind: 'organisation', id: known.id } as const;
    const waited = await unpark(tx, known);
    await this.inboxes.deliver(
      tx,
      waited.map((notice) => ({ ...notice, recipient })),
    );
  }
}
