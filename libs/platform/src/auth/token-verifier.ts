import { errors, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { Refusal } from '../problems/refusal.js';
import { type KeySet, KeysUnavailable } from './key-set.js';
import { type Principal, principalOf } from './principal.js';

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: KeySet;
  /** Told about what is odd in a token that is good. */
  readonly warn: (message: string) => void;
}

/** Seconds. */
const CLOCK_TOLERANCE = 30;
const KNOWN_TOKENS = 5000;

/** Turns an access token into the caller, or refuses it with a code that says why. */
export class TokenVerifier {
  /**
   * Who a token was found to speak for, until it expires: a signature does not change, and a light request does little
   * else than check it. A key that identity withdraws is therefore still good for the tokens of ten minutes.
   */
  readonly #known = new LRUCache<string, Principal>({ max: KNOWN_TOKENS });

  constructor(private readonly rules: TokenRules) {}

  /** @throws Refusal 401 `unauthenticated`, `token_expired`, `wrong_audience`; 503 `keys_unavailable` */
  async verify(token: string): Promise<Principal> {
    const known = this.#known.get(token);
    if (known) return known;
    const { issuer, audience, keys } = this.rules;
    try {
      const { payload } = await jwtVerify(token, keys.get, {
        issuer,
        audience,
        typ: 'at+jwt',
        algorithms: ['RS256'],
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['exp', 'iat', 'sub', 'client_id'],
      });
      const principal = principalOf(payload, (role) => {
        this.rules.warn(
          `A token has the role ${role.slice(0, 40)}, which this service does not know: it gives nothing.`,
        );
      });
      const ttl = ((payload.exp ?? 0) + CLOCK_TOLERANCE) * 1000 - Date.now();
      if (ttl > 0) this.#known.set(token, principal, { ttl });
      return principal;
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

/** 401 `unauthenticated`: nobody said who calls, or not in a way that counts. */
export function unauthenticated(detail: string): Refusal {
  return new Refusal(401, 'unauthenticated', detail, { headers: { 'www-authenticate': 'Bearer' } });
}

function refusalOf(error: unknown): unknown {
  if (error instanceof KeysUnavailable) {
    const headers = { 'retry-after': '5' };
    return new Refusal(503, 'keys_unavailable', 'Tokens cannot be checked right now.', { headers, cause: error });
  }
  if (error instanceof errors.JWTExpired) return refused('token_expired', 'The access token has expired.');
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return refused('wrong_audience', 'The access token was issued for another service.');
  }
  if (error instanceof errors.JOSEError) return refused('unauthenticated', 'The access token is not valid here.');
  return error;
}

function refused(code: string, detail: string): Refusal {
  const challenge = `Bearer error="invalid_token", error_description="${detail}"`;
  return new Refusal(401, code, detail, { headers: { 'www-authenticate': challenge } });
}
