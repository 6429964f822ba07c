import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  createLocalJWKSet,
  type CryptoKey,
  errors,
  type JSONWebKeySet,
  type JWK,
  type JWSHeaderParameters,
} from 'jose';

/** The issuer's keys are neither at hand nor to be had: nobody can be told apart, which is no fault of the caller. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

export interface KeySetOptions {
  readonly url: string;
  /** Survives a restart while the issuer is down. */
  readonly cacheFile?: string | undefined;
  /** Told about what went wrong without harm to any request. */
  readonly warn?: (message: string) => void;
  readonly now?: () => number;
}

// Milliseconds.
const FRESH_FOR = 10 * 60_000;
const PAUSE_BETWEEN_FETCHES = 2_000;
const FETCH_TIMEOUT = 3_000;

/**
 * The issuer's public keys. Keys that are at hand are used at once, however old, and renewed behind the request's
 * back after ten minutes; only a request that needs an unknown key waits for a fetch. A dead issuer therefore costs
 * nothing but new keys.
 */
export class KeySet {
  #keys: ReturnType<typeof createLocalJWKSet> | undefined;
  #sealing: JWK | undefined;
  #fetchedAt = -Infinity;
  #triedAt = -Infinity;
  #fetching: Promise<boolean> | undefined;

  constructor(private readonly options: KeySetOptions) {}

  /** Takes the keys that an earlier run left on disk; an absent or broken file is no fault. */
  async load(): Promise<void> {
    const { cacheFile, url } = this.options;
    if (cacheFile === undefined) return;
    try {
      const saved = JSON.parse(await readFile(cacheFile, 'utf8')) as { url: string; jwks: JSONWebKeySet };
      if (saved.url === url) this.#take(saved.jwks);
    } catch {
      // The first start ever, or a half-written file: the next fetch mends it.
    }
  }

  /** Finds the key for a token's header, as `jwtVerify` asks for it. @throws KeysUnavailable, JWKSNoMatchingKey */
  readonly get = async (header: JWSHeaderParameters): Promise<CryptoKey> => {
    if (this.#now() - this.#fetchedAt > FRESH_FOR) void this.#refresh();
    const known = await this.#find(header);
    if (known) return known;
    const reached = await this.#refresh();
    const found = await this.#find(header);
    if (found) return found;
    throw reached ? new errors.JWKSNoMatchingKey() : new KeysUnavailable('the keys of the issuer are out of reach');
  };

  /** The key that recipients are sealed with, which the issuer publishes beside its own; undefined if it does not. */
  readonly sealing = async (): Promise<JWK | undefined> => {
    if (this.#sealing === undefined) await this.#refresh();
    return this.#sealing;
  };

  #take(jwks: JSONWebKeySet): void {
    this.#keys = createLocalJWKSet(jwks);
    this.#sealing = jwks.keys.find(({ kty, use }) => kty === 'EC' && use === 'enc');
  }

  async #find(header: JWSHeaderParameters): Promise<CryptoKey | undefined> {
    try {
      return await this.#keys?.(header);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return undefined;
      throw error;
    }
  }

  /** One fetch at a time and not too often, whatever tokens strangers send. @returns whether the keys are current */
  #refresh(): Promise<boolean> {
    if (this.#fetching) return this.#fetching;
    if (this.#now() - this.#triedAt < PAUSE_BETWEEN_FETCHES) return Promise.resolve(this.#fetchedAt >= this.#triedAt);
    this.#triedAt = this.#now();
    this.#fetching = this.#fetch().finally(() => (this.#fetching = undefined));
    return this.#fetching;
  }

  async #fetch(): Promise<boolean> {
    try {
      const response = await fetch(this.options.url, { signal: AbortSignal.timeout(FETCH_TIMEOUT) });
      if (!response.ok) return false;
      const jwks = (await response.json()) as JSONWebKeySet;
      this.#take(jwks);
      this.#fetchedAt = this.#now();
      await this.#save(jwks);
      return true;
    } catch (error) {
      this.options.warn?.(`The issuer's keys could not be fetched: ${String(error)}`);
      return false;
    }
  }

  async #save(jwks: JSONWebKeySet): Promise<void> {
    const { cacheFile, url } = this.options;
    if (cacheFile === undefined) return;
    const draft = `${cacheFile}.${process.pid}`;
    try {
      await mkdir(dirname(cacheFile), { recursive: true });
      await writeFile(draft, JSON.stringify({ url, jwks }));
      await rename(draft, cacheFile);
    } catch (error) {
      this.options.warn?.(`The issuer's keys could not be kept on disk: ${String(error)}`);
    }
  }

  #now(): number {
    return (this.options.now ?? Date.now)();
  }
}
