import { type JWTPayload } from 'jose';
import {
  type AccessTokenClaims,
  isRole,
  type OrganisationClaim,
  type OrganisationId,
  type PersonId,
  type RecipientSeal,
  type Role,
} from '@jaki/kernel';

/** Who calls, as far as this service may know: all of it comes from the access token. */
export interface Principal {
  /** The person's id in this service; other services know them by another. */
  readonly id: PersonId;
  readonly roles: readonly Role[];
  /** How sure identity is of the person; `L1` = the phone was verified. */
  readonly level: string;
  /** The client (app) that the person uses. */
  readonly client: string;
  readonly organisation?: OrganisationClaim;
  /** Another reporting channel's account. */
  readonly channel?: string;
  /**
   * Where notices for this person go; stored beside their id, opaque here. Made anew for each request that may change
   * something, and absent from those that only read.
   */
  readonly recipient?: RecipientSeal;
}

/** What a token claims, before anything but its signature and its standard claims was looked at. */
type Unchecked = JWTPayload & Partial<Record<keyof AccessTokenClaims, unknown>>;

/**
 * Reads the claims of a verified access token. Neither roles nor an organisation: the caller is a citizen.
 *
 * @param unknownRole is told of a role that this service does not know, which gives the caller nothing
 */
export function principalOf(claims: Unchecked, unknownRole: (role: string) => void): Principal {
  const organisation = organisationOf(claims.organisation);
  return {
    id: text(claims.sub) as PersonId,
    roles: rolesOf(claims.roles, { organisation, unknownRole }),
    level: text(claims.acr),
    client: text(claims.client_id),
    ...(organisation && { organisation }),
    ...optional('channel', claims.channel),
    ...(optional('recipient', claims.recipient) as { recipient?: RecipientSeal }),
  };
}

interface Roles {
  readonly organisation: OrganisationClaim | undefined;
  readonly unknownRole: (role: string) => void;
}

function rolesOf(claim: unknown, { organisation, unknownRole }: Roles): readonly Role[] {
  if (claim === undefined && organisation === undefined) return ['citizen'];
  const { known = [], unknown = [] } = Object.groupBy(texts(claim), (role) => (isRole(role) ? 'known' : 'unknown'));
  unknown.forEach(unknownRole);
  return known.filter(isRole);
}

function organisationOf(claim: unknown): OrganisationClaim | undefined {
  if (typeof claim !== 'object' || claim === null) return undefined;
  const { id, kind, regions, parent } = claim as Record<string, unknown>;
  if (typeof id !== 'string') return undefined;
  return {
    id: id as OrganisationId,
    kind: text(kind),
    regions: texts(regions),
    ...(optional('parent', parent) as { parent?: OrganisationId }),
  };
}

function optional<Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> {
  return typeof value === 'string' ? ({ [name]: value } as Partial<Record<Name, string>>) : {};
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
