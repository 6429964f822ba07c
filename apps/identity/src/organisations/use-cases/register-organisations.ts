import { Injectable } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { Clock, type OrganisationId } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { Database, type RequestKey } from '@jaki/platform';
import { Regions } from '@jaki/regions';
import { type DB } from '../../generated/db.js';
import { OrganisationNotFound } from '../domain/errors.js';
import { type NewOrganisation, type Organisation, register } from '../domain/organisation.js';
import { toContracts } from '../published.js';
import { findOrganisations, insertOrganisations } from '../store/organisation.store.js';
import { requireRegions } from './require-regions.js';

export type AskedOrganisation = NewOrganisation & { readonly parentId?: OrganisationId };

/** Takes organisations into the platform, all or none; a parent may be among them, before its children. */
@Injectable()
export class RegisterOrganisations {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly regions: Regions,
  ) {}

  /** @throws OrganisationNotFound for a parent, RegionUnknown, ParentNotValid, OrganisationNotValid */
  execute(asked: readonly AskedOrganisation[], once?: RequestKey): Promise<OrganisationId[]> {
    for (const { regions } of asked) requireRegions(this.regions, regions);
    return this.db.transaction((tx) => this.#register(tx, asked), { once });
  }

  async #register(tx: Transaction<DB>, asked: readonly AskedOrganisation[]): Promise<OrganisationId[]> {
    const at = this.clock.now();
    const known = await parentsOf(tx, asked);
    const decisions = asked.map(({ parentId, ...organisation }) => {
      const parent = parentId === undefined ? {} : { parent: found(known, parentId) };
      const decision = register(organisation, { ...parent, at });
      known.set(decision.next.id, decision.next);
      return decision;
    });
    await insertOrganisations(
      tx,
      decisions.map(({ next }) => next),
      at,
    );
    await this.outbox.add(tx, decisions.flatMap(toContracts));
    return decisions.map(({ next }) => next.id);
  }
}

async function parentsOf(
  tx: Transaction<DB>,
  asked: readonly AskedOrganisation[],
): Promise<Map<OrganisationId, Organisation>> {
  const ids = asked.flatMap(({ parentId }) => (parentId === undefined ? [] : [parentId]));
  return new Map((await findOrganisations(tx, ids)).map((parent) => [parent.id, parent]));
}

function found(known: ReadonlyMap<OrganisationId, Organisation>, id: OrganisationId): Organisation {
  const organisation = known.get(id);
  if (!organisation) throw new OrganisationNotFound(id);
  return organisation;
}
