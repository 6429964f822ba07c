import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { type Regions } from '@jaki/regions';
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

interface PersonEntry {
  phone: string;
  organisation?: string;
  roles?: MemberRole[];
}

/** The id that an organisation of a data set has in every database: a UUIDv8 made of its key. */
export function seededId(key: string): OrganisationId {
  const bytes = createHash('sha256').update(`jakarta/${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5') as OrganisationId;
}

/** What is in `organisations.json`, and an administration for each city and an office for each kelurahan. */
export function readOrganisations(folder: URL, regions: Regions): AskedOrganisation[] {
  const { organisations } = read('organisations.json', folder) as { organisations: OrganisationEntry[] };
  return [
    ...organisations.map(({ key, parent, categories = [], ...rest }) => ({
      ...rest,
      id: seededId(key),
      categories,
      ...(parent !== undefined && { parentId: seededId(parent) }),
    })),
    ...governments(regions),
  ];
}

export function readPeople(folder: URL): ExamplePerson[] {
  const { people } = read('people.json', folder) as { people: PersonEntry[] };
  return people.map(({ phone, organisation, roles = [] }) => {
    if (organisation === undefined) return { phone };
    return { phone, membership: { organisationId: seededId(organisation), roles } };
  });
}

function governments(regions: Regions): AskedOrganisation[] {
  const cities = regions.atLevel('city').map(({ code, name }) => ({
    id: seededId(`city-${code}`),
    name: `Pemerintah ${name}`,
    kind: 'city_administration' as const,
    regions: [code],
    categories: [],
  }));
  const offices = regions.atLevel('kelurahan').map(({ code, name }) => ({
    id: seededId(`kelurahan-${code}`),
    name: `Kantor Kelurahan ${name}`,
    kind: 'kelurahan_office' as const,
    regions: [code],
    categories: [],
  }));
  return [...cities, ...offices];
}

function read(name: string, folder: URL): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}
