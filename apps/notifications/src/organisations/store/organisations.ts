import { type Kysely, sql, type Transaction } from 'kysely';
import { type OrganisationId, type RegionCode, regionsAround } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';
import { type OfficialAddress } from '../domain/address.js';

/** The organisations that an address means, as far as they are known. */
export async function organisationsAt(tx: Transaction<DB>, address: OfficialAddress): Promise<OrganisationId[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select('id')
    .where((row) => {
      if (address.to === 'organisation') return row('id', '=', address.id);
      const [kind, regions] =
        address.to === 'validators'
          ? ['validator', regionsAround(address.region)]
          : ['kelurahan_office', [address.region]];
      return row.and([row('kind', '=', kind), overlaps(regions)]);
    })
    .execute();
  return rows.map(({ id }) => id as OrganisationId);
}

/** What organisations are called, as far as this service knows them. */
export interface Names {
  organisation(id: OrganisationId): string | undefined;
  /** The office of a kelurahan. */
  office(region: RegionCode): string | undefined;
}

/** What these organisations and the offices of these regions are called. One query, however many. */
export async function namesFor(
  db: Kysely<DB>,
  { organisations, offices: regions }: { organisations: readonly OrganisationId[]; offices: readonly RegionCode[] },
): Promise<Names> {
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'kind', 'name', 'regions'])
    .where((row) =>
      row.or([
        row('id', 'in', [...new Set<string>([...organisations, NOBODY])]),
        row.and([row('kind', '=', 'kelurahan_office'), overlaps([...new Set(regions)])]),
      ]),
    )
    .execute();
  const offices = rows.filter(({ kind }) => kind === 'kelurahan_office');
  return {
    organisation: (id) => rows.find((row) => row.id === id)?.name,
    office: (region) => offices.find((row) => row.regions.includes(region))?.name,
  };
}

/** No organisation: keeps `in ()` legal when there are none to look for. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const overlaps = (regions: readonly RegionCode[] | readonly string[]) =>
  sql<boolean>`organisation.regions && ${[...regions]}::text[]`;
