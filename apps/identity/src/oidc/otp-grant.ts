import { Injectable } from '@nestjs/common';
import { errors, type Grant, type Provider, type TokenEndpointGrantContext } from 'oidc-provider';
import { Codes } from '../login/codes.js';
import { LogIn } from '../login/use-cases/log-in.js';
import { type InternalPersonId } from '../people/person.store.js';
import { PersonalData } from '../people/personal-data.js';
import { type Phone, PhoneNotValid } from '../people/phone.js';
import { serviceFor } from './services.js';
import { firstService } from './several-tokens.js';
import { UnitOfWork } from './unit-of-work.js';

interface Parameters {
  phone?: string;
  challenge_id?: string;
  code?: string;
}
export type OtpContext = TokenEndpointGrantContext<Parameters>;

const SCOPE = 'openid';
/** A phone was verified, by a text message. */
const ASSURANCE = { acr: 'L1', amr: ['sms'] };

/**
 * The token request of first-party apps: a phone and the code that was sent to it, for an access token, a rotating
 * refresh token and an id_token.
 */
@Injectable()
export class OtpGrant {
  constructor(
    private readonly codes: Codes,
    private readonly logIn: LogIn,
    private readonly unit: UnitOfWork,
    private readonly personal: PersonalData,
  ) {}

  /** @param audiences the services that this client may ask tokens for, now or by refresh */
  async answer(provider: Provider, ctx: OtpContext, audiences: readonly string[]): Promise<void> {
    const service = firstService(ctx, audiences);
    const accountId = await this.#verify(ctx);
    const grant = await openGrant(provider, ctx, accountId);
    const holder = { accountId, client: ctx.oidc.client, grantId: grant.jti, gty: ctx.oidc.params.grant_type };
    const refresh = new provider.RefreshToken({ ...holder, ...ASSURANCE, scope: SCOPE, resource: [...audiences] });
    // Before the access token is saved: its claims are taken from here.
    ctx.oidc.entity('RefreshToken', refresh);
    const access = new provider.AccessToken(holder);
    access.resourceServer = new provider.ResourceServer(service, serviceFor(audiences, service));
    ctx.body = {
      access_token: await access.save(),
      token_type: access.tokenType,
      expires_in: access.expiration,
      refresh_token: await refresh.save(),
      id_token: await issueIdToken(provider, ctx, accountId),
      scope: SCOPE,
    };
  }

  /** Whatever is wrong, the answer is the same: it does not tell a wrong code from an unknown or foreign challenge. */
  async #verify({ oidc: { params } }: OtpContext): Promise<InternalPersonId> {
    const challengeId = required(params, 'challenge_id');
    const code = required(params, 'code');
    const phone = this.#phoneOf(required(params, 'phone'));
    // Counted on its own connection, before this request's transaction begins: a refused guess stays counted.
    if (phone === undefined || !(await this.codes.fits({ challengeId, phone, code }))) throw rejected();
    const person = await this.unit.query((db) => this.logIn.execute(db, { challengeId, phone }));
    if (person === undefined) throw rejected();
    return person;
  }

  #phoneOf(text: string): Phone | undefined {
    try {
      return this.personal.readPhone(text);
    } catch (error) {
      if (error instanceof PhoneNotValid) return undefined;
      throw error;
    }
  }
}

async function openGrant(provider: Provider, ctx: OtpContext, accountId: string): Promise<Grant> {
  const grant = new provider.Grant({ accountId, clientId: ctx.oidc.client.clientId });
  grant.addOIDCScope(SCOPE);
  await grant.save();
  ctx.oidc.entity('Grant', grant);
  ctx.oidc.entity('Account', { accountId, claims: () => ({ sub: accountId }) });
  return grant;
}

function issueIdToken(provider: Provider, ctx: OtpContext, accountId: string): Promise<string> {
  const token = new provider.IdToken({ sub: accountId, ...ASSURANCE }, { ctx });
  return Object.assign(token, { scope: SCOPE, mask: {}, rejected: [] }).issue({ use: 'idtoken' });
}

function required(params: Parameters, name: keyof Parameters): string {
  const value = params[name];
  if (value === undefined || value === '') throw new errors.InvalidRequest(`missing required parameter '${name}'`);
  return value;
}

function rejected(): Error {
  return new errors.InvalidGrant('the code was refused');
}
