import { type IncomingMessage, type ServerResponse } from 'node:http';
import { Injectable, type NestMiddleware, type OnModuleInit } from '@nestjs/common';
import { type Provider } from 'oidc-provider';
import { Clock } from '@jaki/kernel';
import { IdentityConfig } from '../config.js';
import { AuthorizationServer } from './authorization-server.js';
import { Clients } from './clients.js';

/** What oidc-provider answers for us. All else is ours to refuse, in our own form. */
const ENDPOINTS: readonly (readonly [methods: readonly string[], path: RegExp])[] = [
  [['POST', 'OPTIONS'], /^\/oauth\/(token|revocation)$/],
  [['GET', 'HEAD', 'OPTIONS'], /^\/oauth\/jwks$/],
  [['GET', 'HEAD', 'OPTIONS'], /^\/\.well-known\/(openid-configuration|oauth-authorization-server)$/],
];

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Hands the paths of OAuth and OpenID Connect to oidc-provider, before any body is read; all others go on to Nest. */
@Injectable()
export class OidcEndpoints implements NestMiddleware, OnModuleInit {
  readonly #provider: Provider;
  readonly #handle: Handler;
  readonly #issuer: URL;

  constructor(
    config: IdentityConfig,
    private readonly clients: Clients,
    server: AuthorizationServer,
    clock: Clock,
  ) {
    this.#provider = server.create(clock);
    this.#handle = this.#provider.callback();
    this.#issuer = new URL(config.ISSUER);
  }

  /** Clients are checked at their first use; a mistake in one should stop the start instead. */
  async onModuleInit(): Promise<void> {
    await Promise.all(this.clients.metadata.map(({ client_id }) => this.#provider.Client.find(client_id)));
  }

  use(request: IncomingMessage & { originalUrl?: string }, response: ServerResponse, next: () => void): void {
    const { path, query } = read(request.originalUrl ?? request.url ?? '/');
    if (!ENDPOINTS.some(([methods, pattern]) => methods.includes(request.method ?? '') && pattern.test(path))) {
      next();
      return;
    }
    request.url = path + query;
    // Discovery names the issuer's own address, whatever host a caller claims to have asked.
    request.headers['x-forwarded-proto'] = this.#issuer.protocol.slice(0, -1);
    request.headers['x-forwarded-host'] = this.#issuer.host;
    void this.#handle(request, response);
  }
}

/** An address as our router reads it, for which an escaped letter and a slash at the end make no difference. */
function read(url: string): { path: string; query: string } {
  const [, path = '/', query = ''] = /^([^?]*)(.*)$/s.exec(url) ?? [];
  try {
    return { path: decodeURI(path).replace(/\/$/, ''), query };
  } catch {
    return { path, query };
  }
}
