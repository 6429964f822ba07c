import { type OrganisationId, type RecipientSeal, type RegionCode } from '@jaki/kernel';

/** Who is meant by a notice, before anybody looked up who that is. */
export type Address =
  | { readonly to: 'person'; readonly seal: RecipientSeal }
  | { readonly to: 'organisation'; readonly id: OrganisationId }
  | { readonly to: 'kelurahan_office'; readonly region: RegionCode }
  | { readonly to: 'validators'; readonly region: RegionCode };

/** An address that stands for organisations, which may arrive later than the news for them. */
export type OfficialAddress = Exclude<Address, { to: 'person' }>;

/** What this service keeps of an organisation. */
export interface Organisation {
  readonly id: OrganisationId;
  readonly kind: string;
  readonly name: string;
  readonly regions: readonly RegionCode[];
}

/** Under which text a notice waits for its organisation: `organisation:<id>`, `validators:31.71.01.1001` … */
export function waitingPlace(address: OfficialAddress): string {
  return address.to === 'organisation' ? `organisation:${address.id}` : `${address.to}:${address.region}`;
}

/** The SQL LIKE patterns of all waiting places that an organisation answers to. */
export function placesOf({ id, kind, regions }: Organisation): string[] {
  const own = `organisation:${id}`;
  if (kind === 'kelurahan_office') return [own, ...regions.map((region) => `kelurahan_office:${region}`)];
  if (kind !== 'validator') return [own];
  return [own, ...regions.flatMap((region) => [`validators:${region}`, `validators:${region}.%`])];
}
