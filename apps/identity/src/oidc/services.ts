import { errors, type ResourceServer } from 'oidc-provider';

const ACCESS_TOKEN_SECONDS = 10 * 60;

/**
 * How oidc-provider issues tokens for one of our services: a signed JWT with that service as its only audience.
 *
 * @throws InvalidTarget when the client may not ask for it
 */
export function serviceFor(audiences: readonly string[], resource: string): ResourceServer {
  if (!audiences.includes(resource)) throw new errors.InvalidTarget('this client gets no token for that resource');
  return {
    audience: resource,
    // What a caller may do follows from roles and membership; there are no scopes.
    scope: '',
    accessTokenFormat: 'jwt',
    accessTokenTTL: ACCESS_TOKEN_SECONDS,
    jwt: { sign: { alg: 'RS256' } },
  };
}
