import { createHash } from 'node:crypto';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { type CityData } from '@jaki/regions';
import { type MemberRole, type OrganisationKind } from '../organisations/domain/kinds.js';
import { type AskedOrganisation } from '../organisations/use-cases/register-organisations.js';

/** A person of the example, and what they do for which organisation. */
export interface ExamplePerson {
  readonly phone: string;
  readonly membership?: { readonly organisationId: OrganisationId; readonly roles: readonly MemberRole[] };
}

interface OrganisationEntry {
  key: string;
  name: string;
  kind: OrganisationKind;
  parent?: string;
  regions: RegionCode[];
  categories?: string[];
}

interface OrganisationsFile {
  organisations: OrganisationEntry[];
  /** What the governments of regions are called, `{name}` being the region's. */
  governments: Record<'city' | 'kelurahan', string>;
}

interface PersonEntry {
  phone: string;
  organisation?: string;
  roles?: MemberRole[];
}

/** The id that an organisation of a city's data has in every database: a UUIDv8 made of its key. */
export function seededId(city: string, key: string): OrganisationId {
  const bytes = createHash('sha256').update(`${city}/${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5') as OrganisationId;
}

/** What is in `organisations.json`, and an administration for each city and an office for each kelurahan. */
export function readOrganisations(city: CityData): AskedOrganisation[] {
  const { organisations, governments } = city.read('organisations.json') as OrganisationsFile;
  const idOf = (key: string) => seededId(city.code, key);
  return [
    ...organisations.map(({ key, parent, categories = [], ...rest }) => ({
      ...rest,
      id: idOf(key),
      categories,
      ...(parent !== undefined && { parentId: idOf(parent) }),
    })),
    ...governmentsOf(city, governments),
  ];
}

export function readPeople(city: CityData): ExamplePerson[] {
  const { people } = city.read('people.json') as { people: PersonEntry[] };
  return people.map(({ phone, organisation, roles = [] }) => {
    if (organisation === undefined) return { phone };
    return { phone, membership: { organisationId: seededId(city.code, organisation), roles } };
  });
}

function governmentsOf(city: CityData, named: OrganisationsFile['governments']): AskedOrganisation[] {
  const of = ({ code, name }: { code: RegionCode; name: string }, level: 'city' | 'kelurahan') => ({
    id: seededId(city.code, `${level}-${code}`),
    name: named[level].replace('{name}', name),
    regions: [code],
    categories: [],
  });
  return [
    ...city.regions.atLevel('city').map((one) => ({ ...of(one, 'city'), kind: 'city_administration' as const })),
    ...city.regions.atLevel('kelurahan').map((one) => ({ ...of(one, 'kelurahan'), kind: 'kelurahan_office' as const })),
  ];
}
