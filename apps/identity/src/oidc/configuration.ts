import { Injectable } from '@nestjs/common';
import { type Configuration } from 'oidc-provider';
import { Clock } from '@jaki/kernel';
import { IdentityConfig } from '../config.js';
import { Accounts } from './accounts.js';
import { Artifacts } from './artifacts.js';
import { Clients } from './clients.js';
import { serviceFor } from './services.js';
import { firstService } from './several-tokens.js';
import { TokenClaims } from './token-claims.js';
import { UnitOfWork } from './unit-of-work.js';

// Seconds.
const TOKEN = 10 * 60;
const DAY = 24 * 60 * 60;

export const routes = {
  authorization: '/oauth/authorize',
  token: '/oauth/token',
  jwks: '/oauth/jwks',
  revocation: '/oauth/revocation',
};

/** What oidc-provider does for us, and what it leaves. */
@Injectable()
export class OidcConfiguration {
  constructor(
    readonly config: IdentityConfig,
    readonly clients: Clients,
    private readonly accounts: Accounts,
    private readonly claims: TokenClaims,
  ) {}

  with(unit: UnitOfWork, clock: Clock): Configuration {
    return {
      adapter: (model) => new Artifacts(model, unit, clock),
      clients: this.clients.metadata,
      clientBasedCORS: (_ctx, origin) => this.config.CORS_ORIGINS.includes(origin),
      cookies: { keys: this.config.COOKIE_KEYS },
      jwks: this.config.signingKeys,
      routes,
      responseTypes: ['code'],
      scopes: ['openid'],
      acrValues: ['L1'],
      claims: { openid: ['sub', 'acr', 'amr'] },
      ...this.#tokens(),
      features: this.#features(),
    };
  }

  #tokens(): Configuration {
    return {
      findAccount: (_ctx, id, source) => this.accounts.find(id, source),
      extraTokenClaims: (ctx, token) => this.claims.for(ctx, token),
      formats: {
        customizers: { jwt: (_ctx, token, { payload }) => void (payload['sub'] = this.claims.subject(token)) },
      },
      // An id_token's subject is the person as that client knows them.
      subjectTypes: ['pairwise'],
      sectorIdentifierUriValidate: () => false,
      pairwiseIdentifier: (_ctx, accountId, client) => this.claims.person(accountId, client.clientId),
      issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
      rotateRefreshToken: true,
      ttl: { AccessToken: TOKEN, ClientCredentials: TOKEN, IdToken: TOKEN, RefreshToken: 30 * DAY, Grant: 365 * DAY },
    };
  }

  #features(): Configuration['features'] {
    const off = { enabled: false };
    return {
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      resourceIndicators: {
        enabled: true,
        defaultResource: (ctx, client) => firstService(ctx, this.clients.audiencesOf(client.clientId)),
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource, client) =>
          serviceFor(this.clients.audiencesOf(client.clientId), resource),
      },
      devInteractions: off,
      dPoP: off,
      pushedAuthorizationRequests: off,
      rpInitiatedLogout: off,
      userinfo: off,
    };
  }
}
