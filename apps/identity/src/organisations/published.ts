import { announce, type Announcement, organisationChanged, organisationRegistered } from '@jaki/contracts';
import { defined } from '@jaki/kernel';
import { type Decision, type OrganisationFact } from './domain/organisation.js';

/** All that the world is told about a decision: always an organisation's whole state, never a member. */
export function toContracts({ facts }: Decision): Announcement[] {
  return facts.map(toContract);
}

function toContract({ type, organisation, at }: OrganisationFact): Announcement {
  const { id: organisationId, name, kind, parentId, version } = organisation;
  const [regions, categories] = [[...organisation.regions], [...organisation.categories]];
  const data = { organisationId, name, kind, ...defined({ parentId }), regions, categories };
  return announce(events[type], { sequence: version, time: at, data });
}

const events = { registered: organisationRegistered, changed: organisationChanged } as const;
