import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { compactDecrypt, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { type AccessTokenClaims, newId } from '@jaki/kernel';

/** Any claims, so that a test can forge what identity would not say. */
export interface TokenClaims {
  readonly audience: string;
  /** Default: a new one. */
  readonly sub?: string;
  readonly [claim: string]: unknown;
}

export interface TokenOptions {
  /** Seconds from now; negative for one that has expired. Default 600. */
  readonly expiresIn?: number;
  /** `none` and `HS256` (over the public key, the classic confusion) are the forgeries a service must refuse. */
  readonly alg?: 'RS256' | 'none' | 'HS256';
  readonly typ?: string;
  readonly issuer?: string;
  /** Signed by a key that the issuer does not publish. */
  readonly foreignKey?: boolean;
}

/** What identity says in every token; the times are set when it is signed. */
type AlwaysClaimed = Record<Exclude<RequiredOf<AccessTokenClaims>, 'iat' | 'exp'>, string>;
type RequiredOf<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];

interface Keys {
  readonly sign: CryptoKey;
  readonly foreign: CryptoKey;
  readonly published: JWK;
  /** Notifications' pair, whose public half identity publishes. */
  readonly seal: { readonly secret: CryptoKey; readonly published: JWK };
}

/** Stands in for identity: a real HTTP server that publishes real RS256 keys and signs access tokens. */
export class TestIssuer {
  private constructor(
    private readonly server: Server,
    private readonly keys: Keys,
    private readonly port: number,
  ) {}

  static async create(): Promise<TestIssuer> {
    const own = await generateKeyPair('RS256', { extractable: true });
    const foreign = await generateKeyPair('RS256');
    const published = { ...(await exportJWK(own.publicKey)), kid: newId(), alg: 'RS256', use: 'sig' };
    const seal = await sealKeys();
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [published, seal.published] }));
    });
    const port = await listen(server, 0);
    return new TestIssuer(server, { sign: own.privateKey, foreign: foreign.privateKey, published, seal }, port);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get jwksUrl(): string {
    return `${this.url}/oauth/jwks`;
  }

  /** An access token as identity makes them: `at+jwt`, one audience, ten minutes, a phone-verified person. */
  async token({ audience, ...claims }: TokenClaims, options: TokenOptions = {}): Promise<string> {
    const payload = {
      iss: options.issuer ?? this.url,
      aud: audience,
      sub: newId(),
      client_id: 'jaki-app',
      jti: newId(),
      acr: 'L1',
      ...claims,
    } satisfies AlwaysClaimed;
    const now = Math.floor(Date.now() / 1000);
    const expires = now + (options.expiresIn ?? 600);
    if (options.alg === 'none') return new UnsecuredJWT(payload).setIssuedAt(now).setExpirationTime(expires).encode();
    const header = { alg: options.alg ?? 'RS256', typ: options.typ ?? 'at+jwt', kid: this.keys.published.kid ?? '' };
    return new SignJWT(payload)
      .setProtectedHeader(header)
      .setIssuedAt(now)
      .setExpirationTime(expires)
      .sign(this.keyFor(options));
  }

  /** The seal as the token had it, which a service wrapped anew: what only notifications can do. */
  async unwrap(seal: string): Promise<string> {
    const { plaintext, protectedHeader } = await compactDecrypt(seal, this.keys.seal.secret);
    if (protectedHeader.cty !== 'JWE') throw new Error('The seal was not wrapped.');
    return new TextDecoder().decode(plaintext);
  }

  /** Nobody answers at its address any more. */
  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  /** Answers again at the same address, with the same keys. */
  async start(): Promise<void> {
    await listen(this.server, this.port);
  }

  private keyFor({ alg, foreignKey }: TokenOptions): CryptoKey | Uint8Array {
    if (alg === 'HS256') return new TextEncoder().encode(JSON.stringify(this.keys.published));
    return foreignKey ? this.keys.foreign : this.keys.sign;
  }
}

async function sealKeys(): Promise<Keys['seal']> {
  const { privateKey, publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
  const published = { ...(await exportJWK(publicKey)), kid: newId(), alg: 'ECDH-ES', use: 'enc' };
  return { secret: privateKey, published };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // An idle server must not keep a finished test run alive.
      server.unref();
      resolve((server.address() as AddressInfo).port);
    });
  });
}
