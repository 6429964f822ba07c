import { type OrganisationId, type PersonId, type RecipientSeal } from '@jaki/kernel';
import { type JWTPayload } from 'jose';

export const roles = ['citizen', 'officer', 'validator', 'registrar', 'channel'] as const;
export type Role = (typeof roles)[number];

/** The organisation that the caller acts for, as identity vouched for it. */
export interface ActingFor {
  readonly id: OrganisationId;
  readonly kind: string;
  /** Region codes that it answers for, each with all below it. */
  readonly regions: readonly string[];
  readonly parent?: OrganisationId;
}

/** Who calls, as far as this service may know: all of it comes from the access token. */
export interface Principal {
  /** The person's id in this service; other services know them by another. */
  readonly id: PersonId;
  readonly roles: readonly Role[];
  /** How sure identity is of the person; `L1` = the phone was verified. */
  readonly level: string;
  /** The client (app) that the person uses. */
  readonly client: string;
  readonly organisation?: ActingFor;
  /** Another reporting channel's account. */
  readonly channel?: string;
  /**
   * Where notices for this person go; stored beside their id, opaque here. Made anew for each request that may change
   * something, and absent from those that only read.
   */
  readonly recipient?: RecipientSeal;
}

/** Reads the claims of a verified access token. Neither roles nor an organisation: the caller is a citizen. */
export function principalOf(claims: JWTPayload): Principal {
  const organisation = organisationOf(claims['organisation']);
  return {
    id: text(claims.sub) as PersonId,
    roles: rolesOf(claims['roles'], organisation),
    level: text(claims['acr']),
    client: text(claims['client_id']),
    ...(organisation && { organisation }),
    ...optional('channel', claims['channel']),
    ...(optional('recipient', claims['recipient']) as { recipient?: RecipientSeal }),
  };
}

function rolesOf(claim: unknown, organisation: ActingFor | undefined): readonly Role[] {
  if (claim === undefined && organisation === undefined) return ['citizen'];
  return texts(claim).filter((name): name is Role => (roles as readonly string[]).includes(name));
}

function organisationOf(claim: unknown): ActingFor | undefined {
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
