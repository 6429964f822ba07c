import { Refusal } from '../problems/refusal.js';
import { type Quota } from './rate-limit.js';

/** What one request found of its caller's quota. */
export interface Standing {
  readonly allowed: boolean;
  /** `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10), when refused also `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Taken extends Quota {
  readonly name: string;
  readonly allowed: boolean;
  /** Seconds until the whole quota is there again. */
  readonly debt: number;
}

// Time passes between the two readings of the clock that a remainder is made of.
const ROUNDING = 0.01;

export function standingOf({ name, allowed, debt, quota, seconds }: Taken): Standing {
  const each = seconds / quota;
  const remaining = Math.min(quota - 1, Math.max(0, Math.floor((seconds - debt) / each + ROUNDING)));
  const wait = Math.max(1, Math.ceil(debt + each - seconds));
  const headers = {
    'ratelimit-policy': `"${name}";q=${quota};w=${seconds}`,
    ratelimit: `"${name}";r=${allowed ? remaining : 0};t=${allowed ? Math.ceil(debt) : wait}`,
  };
  return { allowed, headers: allowed ? headers : { ...headers, 'retry-after': String(wait) } };
}

/** @returns 429 `too_many_requests`, which says when to come back */
export function tooManyRequests({ headers }: Standing): Refusal {
  const detail = `Too many of these requests: try again in ${String(headers['retry-after'])} s.`;
  return new Refusal(429, 'too_many_requests', detail, { headers });
}
