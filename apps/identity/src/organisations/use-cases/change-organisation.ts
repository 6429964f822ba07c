import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock, type OrganisationId } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, type RequestKey } from '@jaki/platform';
import { Regions } from '@jaki/regions';
import { type DB } from '../../generated/db.js';
import { change, type OrganisationChanges } from '../domain/organisation.js';
import { toContracts } from '../published.js';
import { loadOrganisation, saveOrganisation } from '../store/organisation.store.js';
import { requireRegions } from './require-regions.js';

@Injectable()
export class ChangeOrganisation {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly regions: Regions,
  ) {}

  /** @throws OrganisationNotFound, RegionUnknown, OrganisationNotValid, ParentNotValid */
  execute({ id, changes }: { id: OrganisationId; changes: OrganisationChanges }, once?: RequestKey): Promise<void> {
    requireRegions(this.regions, changes.regions ?? []);
    return this.db.transaction((tx) => this.#change(tx, { id, changes }), { once });
  }

  async #change(tx: Transaction<DB>, { id, changes }: { id: OrganisationId; changes: OrganisationChanges }) {
    const current = await loadOrganisation(tx, id);
    const { parentId } = current;
    const parent = parentId === undefined ? {} : { parent: await loadOrganisation(tx, parentId) };
    const at = this.clock.now();
    const { next, facts } = change(current, changes, { ...parent, at });
    await saveOrganisation(tx, next, at);
    await this.outbox.add(tx, toContracts({ next, facts }));
  }
}
