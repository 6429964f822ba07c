import { type EventData, type organisationRegistered, type ReceivedEvent } from '@jaki/contracts';
import type { OrganisationId } from '@jaki/kernel';
import { type KnownOrganisation } from '../store/organisation.store.js';

/** Reads identity's announcement; both of its events carry the whole state. */
export function organisationOf({
  data,
  sequence,
}: Pick<ReceivedEvent, 'sequence'> & { data: EventData<typeof organisationRegistered> }): KnownOrganisation {
  const { organisationId, parentId, name, kind, regions, categories } = data;
  return {
    ...{ id: organisationId as OrganisationId, name, kind, regions, categories, version: sequence },
    ...(parentId !== undefined && { parent: parentId as OrganisationId }),
  };
}
