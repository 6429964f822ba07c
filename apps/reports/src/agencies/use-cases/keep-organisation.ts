import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Outbox } from '@jaki/messaging';
import { keepOrganisation, type KnownOrganisation } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { toContracts } from '../../report/published.js';
import { route } from '../domain/route.js';
import { holdUnroutedFilings } from '../store/organisation.store.js';
import { loadUnrouted, saveRouted } from '../store/unrouted.store.js';

const BATCH = 500;

/** Keeps our copy of an organisation; an agency also gets the waiting reports that nobody was responsible for. */
@Injectable()
export class KeepOrganisation {
  constructor(private readonly outbox: Outbox) {}

  /** Runs in the consumer's transaction. */
  async execute(tx: Transaction<DB>, organisation: KnownOrganisation, at: Date): Promise<void> {
    if (organisation.kind !== 'agency') {
      await keepOrganisation(tx, organisation);
      return;
    }
    await holdUnroutedFilings(tx);
    if (!(await keepOrganisation(tx, organisation))) return;
    while ((await this.#routeBatch(tx, organisation, at)) === BATCH);
  }

  async #routeBatch(tx: Transaction<DB>, agency: KnownOrganisation, at: Date): Promise<number> {
    const reports = await loadUnrouted(tx, agency, BATCH);
    const decisions = reports
      .map((report) => route(report, { agency: agency.id, at }))
      .filter((each) => each !== undefined);
    await saveRouted(tx, decisions, { agency: agency.id, at });
    await this.outbox.add(tx, decisions.flatMap(toContracts));
    return reports.length;
  }
}
