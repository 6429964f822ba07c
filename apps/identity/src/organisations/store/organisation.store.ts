import { type Kysely, type Selectable } from 'kysely';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { type DB, type organisation as OrganisationTable } from '../../generated/db.js';
import { OrganisationNotFound } from '../domain/errors.js';
import { type OrganisationKind } from '../domain/kinds.js';
import { type Organisation } from '../domain/organisation.js';

/** Locks the row until the transaction ends. @throws OrganisationNotFound */
export async function loadOrganisation(tx: Kysely<DB>, id: OrganisationId): Promise<Organisation> {
  const row = await tx.selectFrom('organisation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new OrganisationNotFound(id);
  return fromRow(row);
}

export async function findOrganisations(db: Kysely<DB>, ids: readonly OrganisationId[]): Promise<Organisation[]> {
  if (ids.length === 0) return [];
  return (await db.selectFrom('organisation').selectAll().where('id', 'in', ids).execute()).map(fromRow);
}

export async function insertOrganisations(
  tx: Kysely<DB>,
  organisations: readonly Organisation[],
  at: Date,
): Promise<void> {
  const rows = organisations.map(({ parentId, version, regions, categories, ...rest }) => ({
    ...rest,
    parent_id: parentId ?? null,
    regions: [...regions],
    categories: [...categories],
    version: BigInt(version),
    created_at: at,
    updated_at: at,
  }));
  if (rows.length > 0) await tx.insertInto('organisation').values(rows).execute();
}

export async function saveOrganisation(tx: Kysely<DB>, organisation: Organisation, at: Date): Promise<void> {
  const { id, name, regions, categories, version } = organisation;
  await tx
    .updateTable('organisation')
    .set({ name, regions: [...regions], categories: [...categories], version: BigInt(version), updated_at: at })
    .where('id', '=', id)
    .execute();
}

export function fromRow(row: Selectable<OrganisationTable>): Organisation {
  return {
    id: row.id as OrganisationId,
    name: row.name,
    kind: row.kind as OrganisationKind,
    ...(row.parent_id !== null && { parentId: row.parent_id as OrganisationId }),
    regions: row.regions as RegionCode[],
    categories: row.categories,
    version: Number(row.version),
  };
}
