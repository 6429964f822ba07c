import { AsyncLocalStorage } from 'node:async_hooks';
import { type EventEmitter } from 'node:events';
import { Injectable, Logger } from '@nestjs/common';
import { type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { Clock } from '@jaki/kernel';
import { isDatabaseDown } from '@jaki/platform';
import { OTP_GRANT } from './clients.js';
import { OidcConfiguration } from './configuration.js';
import { type OtpContext, OtpGrant } from './otp-grant.js';
import { addFurtherTokens } from './several-tokens.js';
import { TokenQuota } from './token-quota.js';
import { UnitOfWork } from './unit-of-work.js';

const OTP_PARAMETERS = ['phone', 'challenge_id', 'code', 'scope', 'resource', 'organisation'];

/** Builds the authorization server: oidc-provider with our clients, storage, tokens and one-time-code grant. */
@Injectable()
export class AuthorizationServer {
  readonly #log = new Logger(AuthorizationServer.name);

  constructor(
    private readonly configuration: OidcConfiguration,
    private readonly otp: OtpGrant,
    private readonly unit: UnitOfWork,
    private readonly quota: TokenQuota,
  ) {}

  /** Cheap, so that new keys or clients may have a new one; all its state is in the database. */
  create(clock: Clock): Provider {
    const provider = new Provider(this.configuration.config.ISSUER, this.configuration.with(this.unit, clock));
    // Believes the forwarded host, which `OidcEndpoints` pins to the issuer's.
    provider.proxy = true;
    this.#addOtpGrant(provider);
    this.#runInTransactions(provider);
    this.#publishSealKey(provider);
    this.#logFailures(provider);
    return provider;
  }

  /** Services wrap seals anew with notifications' public key; they have it from where they have ours. */
  #publishSealKey(provider: Provider): void {
    const { kid, kty, crv, x, y } = this.configuration.config.sealKey;
    const key = { kty, crv, x, y, kid, use: 'enc', alg: 'ECDH-ES' };
    provider.use(async (ctx, next) => {
      await next();
      if (isKeySet(ctx.body)) ctx.body = { keys: [...ctx.body.keys, key] };
    });
  }

  /** One comes from oidc-provider, the other from around it. */
  #logFailures(provider: Provider): void {
    const log = (err: Error) => {
      this.#log.error({ err }, 'an OAuth request failed');
    };
    provider.on('server_error', (_ctx: unknown, error: Error) => {
      log(error);
    });
    (provider as EventEmitter).on('error', log);
  }

  #addOtpGrant(provider: Provider): void {
    const answer = (ctx: OtpContext) =>
      this.otp.answer(provider, ctx, this.configuration.clients.audiencesOf(ctx.oidc.client.clientId));
    provider.registerGrantType(OTP_GRANT, answer, OTP_PARAMETERS, ['resource']);
  }

  /** What makes a successful token request's further tokens, by request: as if oidc-provider were still at work on it. */
  #furtherTokens(provider: Provider): WeakMap<object, () => Promise<void>> {
    const further = new WeakMap<object, () => Promise<void>>();
    provider.on('grant.success', (ctx: KoaContextWithOIDC) => {
      const within = AsyncLocalStorage.snapshot();
      const audiences = this.configuration.clients.audiencesOf(ctx.oidc.client?.clientId ?? '');
      further.set(ctx.req, async () => {
        await within(() => addFurtherTokens({ provider, ctx, audiences }));
        await this.quota.count(ctx);
      });
    });
    return further;
  }

  /** A refused request changes nothing, so its refresh token is not used up; but a revocation stays. */
  #runInTransactions(provider: Provider): void {
    const revoked = new WeakSet<object>();
    provider.on('grant.revoked', (ctx: KoaContextWithOIDC) => {
      revoked.add(ctx.req);
    });
    const further = this.#furtherTokens(provider);
    const failures = new WeakMap<object, Error>();
    provider.on('server_error', (ctx: KoaContextWithOIDC, error: Error) => {
      failures.set(ctx.req, error);
    });
    provider.use(async (ctx, next) => {
      try {
        const work = async () => {
          await next();
          await further.get(ctx.req)?.();
        };
        await this.unit.run(work, () => ctx.status < 400 || revoked.has(ctx.req));
      } catch (error) {
        // A commit that failed.
        if (!isDatabaseDown(error)) throw error;
        answerUnavailable(ctx);
      }
      if (isDatabaseDown(failures.get(ctx.req))) answerUnavailable(ctx);
      // Our services have no scopes, and an empty one is no valid answer.
      if (hasEmptyScope(ctx.body)) delete ctx.body.scope;
    });
  }
}

/** The same request may succeed in a moment: the session of its refresh token is as it was. */
function answerUnavailable(ctx: Pick<KoaContextWithOIDC, 'status' | 'body' | 'set'>): void {
  ctx.status = 503;
  ctx.set('retry-after', '1');
  ctx.body = { error: 'temporarily_unavailable', error_description: 'the database does not answer, try again' };
}

function hasEmptyScope(body: unknown): body is { scope?: string } {
  return typeof body === 'object' && body !== null && 'scope' in body && body.scope === '';
}

function isKeySet(body: unknown): body is { keys: object[] } {
  return typeof body === 'object' && body !== null && 'keys' in body && Array.isArray(body.keys);
}
