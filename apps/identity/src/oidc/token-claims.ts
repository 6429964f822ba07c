import { Injectable } from '@nestjs/common';
import { type AccessToken, type ClientCredentials, errors, type KoaContextWithOIDC } from 'oidc-provider';
import { type AccessTokenClaims, isUuid, type OrganisationId } from '@jaki/kernel';
import { type ActingFor, actingFor } from '../organisations/queries/acting-for.js';
import { Subjects } from '../people/subjects.js';
import { UnitOfWork } from './unit-of-work.js';

/** Those that are not oidc-provider's own. */
type OwnClaims = Pick<AccessTokenClaims, 'acr' | 'sid' | 'roles' | 'organisation' | 'channel' | 'recipient'>;

type IssuedToken = AccessToken | ClientCredentials;

/** What an access token says beyond who it is for: made anew each time, so roles are never older than the token. */
@Injectable()
export class TokenClaims {
  constructor(
    private readonly subjects: Subjects,
    private readonly unit: UnitOfWork,
  ) {}

  /** @throws AccessDenied when the token is asked for an organisation that the person may not act for */
  async for(ctx: KoaContextWithOIDC, token: IssuedToken): Promise<Partial<OwnClaims>> {
    const audience = audienceOf(token);
    const recipient = await this.subjects.sealFor(audience, holderOf(token));
    const sealed = recipient === undefined ? {} : { recipient };
    if (token.kind === 'ClientCredentials') return { ...this.#channelClaims(token, ctx), ...sealed };
    const acr = ctx.oidc.entities.RefreshToken?.acr;
    return {
      ...(acr === undefined ? {} : { acr }),
      sid: this.subjects.session(audience, token.grantId),
      ...(await this.#organisationClaims(ctx, token.accountId)),
      ...sealed,
    };
  }

  /** The holder as the audience knows them, for `sub`. */
  subject(token: IssuedToken): string {
    return this.subjects.in(audienceOf(token), holderOf(token));
  }

  /** A person as a client knows them, for id_tokens. */
  person(accountId: string, clientId: string): string {
    return this.subjects.in(clientId, accountId);
  }

  #channelClaims({ clientId = '' }: ClientCredentials, ctx: KoaContextWithOIDC): OwnClaims {
    if (organisationAskedFor(ctx) !== undefined) throw new errors.InvalidRequest('a channel acts for no organisation');
    // Nobody's phone was verified: the account itself is what is known.
    return { acr: 'L0', roles: ['channel'], channel: clientId };
  }

  async #organisationClaims(ctx: KoaContextWithOIDC, person: string): Promise<Partial<ActingFor>> {
    const organisation = organisationAskedFor(ctx);
    if (organisation === undefined) return {};
    const membership = await this.unit.query((db) => actingFor(db, person, organisation));
    if (!membership) throw new errors.AccessDenied('not a member of that organisation');
    return membership;
  }
}

function organisationAskedFor(ctx: KoaContextWithOIDC): OrganisationId | undefined {
  const asked = ctx.oidc.body?.['organisation'];
  if (asked === undefined || asked === '') return undefined;
  if (typeof asked === 'string' && isUuid(asked)) return asked as OrganisationId;
  throw new errors.InvalidRequest('organisation must be one id');
}

function audienceOf(token: IssuedToken): string {
  return String(token.aud);
}

function holderOf(token: IssuedToken): string {
  return token.kind === 'ClientCredentials' ? `client:${token.clientId ?? ''}` : token.accountId;
}
