import { isError } from '../problems/is-error.js';

const REMOVED = '[removed]';
const DEEPEST = 6;

// Compared without case, `-` and `_`, so that `X-Api-Key`, `apiKey` and `api_key` are one name.
const SECRET_NAMES = new Set(
  `authorization proxyauthorization cookie setcookie xapikey apikey token accesstoken refreshtoken idtoken password secret
   clientsecret otp pin code phone phonenumber msisdn email nik name fullname description landmark lat lng long latitude
   longitude recipient seal idempotencykey body text`.split(/\s+/),
);
// `code` of a one-time password must go, `code` of an error or a problem must stay: those are lower_snake or SQLSTATE.
const HARMLESS_CODE = /^(?=.*[a-zA-Z_])[\w.]{2,60}$/;

/** A copy of a log line's fields without secrets and personal data, told by the name of each field at any depth. */
export function redact(fields: Record<string, unknown>): Record<string, unknown> {
  return walk(fields, DEEPEST) as Record<string, unknown>;
}

function walk(value: unknown, deeper: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isError(value)) return safeError(value);
  if (value instanceof Date || Buffer.isBuffer(value)) return value instanceof Date ? value : REMOVED;
  if (deeper === 0) return REMOVED;
  if (Array.isArray(value)) return value.map((item) => walk(item, deeper - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, isSecret(name, child) ? REMOVED : walk(child, deeper - 1)]),
  );
}

function isSecret(name: string, value: unknown): boolean {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, '');
  if (!SECRET_NAMES.has(plain)) return false;
  return !(plain === 'code' && typeof value === 'string' && HARMLESS_CODE.test(value));
}

/**
 * An error as the log keeps it: kind, message, stack, code and what caused it. Other members are left out:
 * PostgreSQL's `detail` and `where` hold the rows themselves.
 */
export function safeError(error: unknown, deeper = DEEPEST): unknown {
  if (!isError(error)) return typeof error === 'object' ? walk(error, deeper) : error;
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const causedBy = cause !== undefined && deeper > 0 ? { cause: safeError(cause, deeper - 1) } : {};
  return { type: name, message, stack, ...code, ...causedBy };
}
