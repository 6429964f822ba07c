import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import { serviceFor } from './services.js';

/** One of the tokens in `access_tokens`, as RFC 6749, 5.1 names its members. */
interface IssuedToken {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
}

interface Issuing {
  readonly provider: Provider;
  readonly ctx: KoaContextWithOIDC;
  /** The services that the client may ask tokens for. */
  readonly audiences: readonly string[];
}

/**
 * The service of `access_token` when a request names one or several (RFC 8707 repeats the parameter): the first.
 *
 * @throws InvalidTarget when one is named twice, or the client or the login it goes on with may not have it
 */
export function firstService(ctx: KoaContextWithOIDC, audiences: readonly string[]): string {
  const named = servicesNamed(ctx);
  const [first] = named;
  if (first === undefined) throw new errors.InvalidTarget('name a resource');
  if (new Set(named).size < named.length) throw new errors.InvalidTarget('name each resource once');
  const granted = ctx.oidc.entities.RefreshToken?.resourceIndicators;
  for (const service of named) {
    serviceFor(audiences, service);
    if (granted && !granted.has(service)) throw new errors.InvalidTarget('this login is not good for that resource');
  }
  return first;
}

/**
 * Adds `access_tokens`, one for each service that the request names, when it names several: every service still gets a
 * token for itself alone, in which the person has that service's id, and the refresh token is used once for all.
 */
export async function addFurtherTokens({ provider, ctx, audiences }: Issuing): Promise<void> {
  const [first, ...further] = servicesNamed(ctx);
  if (first === undefined || further.length === 0) return;
  const { access_token, token_type, expires_in } = ctx.body as IssuedToken;
  const tokens: Record<string, IssuedToken> = { [first]: { access_token, token_type, expires_in } };
  for (const service of further) tokens[service] = await issue({ provider, ctx, audiences }, service);
  ctx.body = { ...(ctx.body as IssuedToken), access_tokens: tokens };
}

async function issue({ provider, ctx, audiences }: Issuing, service: string): Promise<IssuedToken> {
  const { Grant: grant, RefreshToken: refresh, Client: client } = ctx.oidc.entities;
  if (!grant || !refresh?.gty || !client) throw new TypeError('tokens for several services belong to a login');
  const of = { accountId: refresh.accountId, client, grantId: grant.jti, gty: refresh.gty };
  const token = new provider.AccessToken(of);
  token.resourceServer = new provider.ResourceServer(service, serviceFor(audiences, service));
  return { access_token: await token.save(), token_type: token.tokenType, expires_in: token.expiration };
}

function servicesNamed(ctx: KoaContextWithOIDC): string[] {
  const { resource } = ctx.oidc.params ?? {};
  return [resource].flat().filter((name): name is string => typeof name === 'string' && name !== '');
}
