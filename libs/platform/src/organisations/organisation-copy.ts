import { sql, type Transaction } from 'kysely';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';

/** An organisation with what it is responsible for, as identity announced it. */
export interface KnownOrganisation {
  readonly id: OrganisationId;
  readonly kind: string;
  readonly name: string;
  /** The agency above a sub-agency. */
  readonly parent?: OrganisationId;
  readonly regions: readonly RegionCode[];
  readonly categories: readonly string[];
  /** The sequence of the event that says so. */
  readonly version: number;
}

/** Both of identity's events about an organisation, each of which carries its whole state. */
export interface OrganisationEvent {
  readonly sequence: number;
  readonly data: {
    readonly organisationId: string;
    readonly parentId?: string;
    readonly name: string;
    readonly kind: string;
    readonly regions: readonly string[];
    readonly categories: readonly string[];
  };
}

/** The table in which a service keeps its copy, to be made by one of its own migrations; its indexes are its own. */
export const organisationTable = `CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL,
  parent uuid,
  regions text[] NOT NULL,
  categories text[] NOT NULL,
  version integer NOT NULL
)`;

/** Reads identity's announcement. Only here do the published names become ours. */
export function knownOrganisation({ data, sequence }: OrganisationEvent): KnownOrganisation {
  const { organisationId, parentId, name, kind, regions, categories } = data;
  const id = organisationId as OrganisationId;
  const known = { id, name, kind, regions: regions as RegionCode[], categories, version: sequence };
  return parentId === undefined ? known : { ...known, parent: parentId as OrganisationId };
}

/**
 * Keeps the newest state in the service's `organisationTable`, in whatever order events come and however often.
 *
 * @returns false when what is kept is as new or newer
 */
export async function keepOrganisation<DB>(tx: Transaction<DB>, known: KnownOrganisation): Promise<boolean> {
  const { id, name, kind, parent = null, regions, categories, version } = known;
  const { numAffectedRows } = await sql`
    INSERT INTO organisation AS kept (id, name, kind, parent, regions, categories, version)
    VALUES (${id}, ${name}, ${kind}, ${parent}, ${[...regions]}, ${[...categories]}, ${version})
    ON CONFLICT (id) DO UPDATE
      SET (name, kind, parent, regions, categories, version)
        = ROW (excluded.name, excluded.kind, excluded.parent, excluded.regions, excluded.categories, excluded.version)
      WHERE kept.version < excluded.version`.execute(tx);
  return numAffectedRows === 1n;
}
