import { type Kysely, sql, type Transaction } from 'kysely';
import { type OrganisationId, type RegionCode, regionsAround } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';
import type { Organisation } from '../../report/domain/report.js';

export async function loadOrganisation(tx: Transaction<DB>, id: OrganisationId): Promise<Organisation | undefined> {
  const row = await tx.selectFrom('organisation').select(['kind', 'parent']).where('id', '=', id).executeTakeFirst();
  return row && { id, kind: row.kind, ...(row.parent !== null && { parent: row.parent as OrganisationId }) };
}

/**
 * The agency responsible for a category in a region: the one with the most specific region, then the lowest id.
 * As an expression, so that a filing needs no round trip of its own for it.
 */
export function responsibleAgency({ category, region }: { category: string; region: RegionCode }) {
  return sql<OrganisationId | null>`(
    SELECT organisation.id FROM organisation
      CROSS JOIN LATERAL (
        SELECT max(length(own)) AS depth FROM unnest(organisation.regions) AS own
        WHERE own = ANY (${regionsAround(region)})) AS fit
    WHERE kind = 'agency' AND categories @> ARRAY[${category}] AND fit.depth IS NOT NULL
    ORDER BY fit.depth DESC, organisation.id LIMIT 1)`;
}

// Any constant of our own: advisory locks share one space per database.
const ROUTING = 20_261_122;

/**
 * For a filing that found no agency: looks again while no agency can be added. Filings do not wait for one another.
 * Without it an agency could arrive between the look and the commit, and neither side would see the other.
 */
export async function agencyBesidesArrivals(
  tx: Transaction<DB>,
  of: { category: string; region: RegionCode },
): Promise<OrganisationId | undefined> {
  await sql`SELECT pg_advisory_xact_lock_shared(${ROUTING})`.execute(tx);
  return agencyFor(tx, of);
}

/** For an agency that arrives: waits for filings that found none to commit, holds new ones back until we do. */
export async function holdUnroutedFilings(tx: Transaction<DB>): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${ROUTING})`.execute(tx);
}

async function agencyFor(db: Kysely<DB>, of: { category: string; region: RegionCode }) {
  const { agency } = await db.selectNoFrom(responsibleAgency(of).as('agency')).executeTakeFirstOrThrow();
  return agency ?? undefined;
}
