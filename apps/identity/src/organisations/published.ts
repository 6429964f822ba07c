import { announce, type Announcement, organisationChanged, organisationRegistered } from '@jaki/contracts';
import { type OrganisationFact } from './domain/organisation.js';

/** What identity tells the world about an organisation: always its whole state, never a member. */
export function toContract({ type, organisation, at }: OrganisationFact): Announcement {
  const { id, name, kind, parentId, regions, categories, version } = organisation;
  const data = {
    organisationId: id,
    name,
    kind,
    ...(parentId !== undefined && { parentId }),
    regions: [...regions],
    categories: [...categories],
  };
  const event = { sequence: version, time: at, data };
  switch (type) {
    case 'OrganisationRegistered':
      return announce(organisationRegistered, event);
    case 'OrganisationChanged':
      return announce(organisationChanged, event);
  }
}
