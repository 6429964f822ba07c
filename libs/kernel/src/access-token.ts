import { type OrganisationId, type PersonId } from './ids.js';
import { type RecipientSeal } from './recipient-seal.js';

// The contract of access tokens: what identity says in one, and what every service reads from it. Nothing else is claimed.

/** What a caller may do, by name. Identity grants no other, and a service refuses to start with one that is not here. */
export const roles = {
  citizen:
    'Everybody who acts for no organisation. It is in no token: a token without roles and organisation is a citizen’s',
  officer: 'Works on what is the business of their organisation, in its regions',
  validator: 'Judges whether work was done, never that of their own organisation',
  registrar: 'Keeps the organisations and members of the platform itself',
  channel: "Another reporting channel's account, which files for others",
} as const;

export type Role = keyof typeof roles;

export function isRole(name: unknown): name is Role {
  return typeof name === 'string' && Object.hasOwn(roles, name);
}

/** The organisation that a caller acts for, as identity vouched for it. */
export interface OrganisationClaim {
  readonly id: OrganisationId;
  readonly kind: string;
  /** Region codes that it answers for, each with all below it. */
  readonly regions: readonly string[];
  readonly parent?: OrganisationId;
}

/** The claims of an access token (RFC 9068, `typ: at+jwt`, RS256). */
export interface AccessTokenClaims {
  /** Identity, by its origin. */
  readonly iss: string;
  /** The one service that it is for. */
  readonly aud: string;
  /** The person's id in that service, or that of a channel's account; no other service knows it. */
  readonly sub: PersonId;
  /** The client (app) that asked for it. */
  readonly client_id: string;
  /** When it was made, in seconds of the epoch. */
  readonly iat: number;
  /** When it ends: ten minutes later. */
  readonly exp: number;
  /** Of this token alone. */
  readonly jti: string;
  /** The login that it comes from, as that service knows it; a channel's account has none. */
  readonly sid?: string;
  /** How sure identity is of the person: `L1`, the phone was verified; `L0` for a channel's account. */
  readonly acr: string;
  /** What the caller may do for the organisation, or a channel for itself; absent for a citizen. */
  readonly roles?: readonly Role[];
  /** The organisation that the caller acts for, checked at each token request. */
  readonly organisation?: OrganisationClaim;
  /** Which reporting channel's account it is. */
  readonly channel?: string;
  /** Where notices for the person go, sealed for notifications; only in tokens of services that announce events. */
  readonly recipient?: RecipientSeal;
}

/** What tokens for a service name as their only audience. */
export function audienceOf(service: string): string {
  return `${AUDIENCE}${service}`;
}

/** The service of an audience; undefined when it is none of ours. */
export function serviceOf(audience: string): string | undefined {
  return audience.startsWith(AUDIENCE) ? audience.slice(AUDIENCE.length) : undefined;
}

const AUDIENCE = 'urn:jaki:';
