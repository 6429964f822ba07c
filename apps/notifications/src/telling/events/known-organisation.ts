import { type EventData, type organisationRegistered } from '@jaki/contracts';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { type Organisation } from '../../organisations/domain/address.js';

/** What of an organisation's event we keep. */
export function knownOrganisation({ data }: { data: EventData<typeof organisationRegistered> }): Organisation {
  const { organisationId, kind, name, regions } = data;
  return { id: organisationId as OrganisationId, kind, name, regions: regions as RegionCode[] };
}
