import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type JWK } from 'jose';
import { isSupportedCountry } from 'libphonenumber-js/core';
import numberingPlans from 'libphonenumber-js/metadata.max';
import { configRule, textRule } from '@jaki/platform';

/** 32 bytes in base64url without padding. */
export const IsSecretKey = (): PropertyDecorator =>
  textRule('isSecretKey', 'must be 32 bytes in base64url', (value) => /^[\w-]{43}$/.test(value));

/** Private RSA keys that sign what their public halves verify; of 2048 bits at least, as RS256 wants. */
export const IsPrivateJwks = (): PropertyDecorator =>
  textRule(
    'isPrivateJwks',
    'must be a JWKS of private RSA keys for RS256 of at least 2048 bits, each with its own kid, in JSON',
    (value) => {
      const { keys } = JSON.parse(value) as { keys?: JWK[] };
      const kids = new Set(keys?.map(({ kid }) => kid));
      return Array.isArray(keys) && keys.length > 0 && kids.size === keys.length && keys.every(signs);
    },
  );

/** A public P-256 key with a `kid`; a private one is refused, since identity must not be able to open seals. */
export const IsPublicEcJwk = (): PropertyDecorator =>
  textRule('isPublicEcJwk', 'must be a public EC P-256 JWK with kid, in JSON', (value) => {
    const key = JSON.parse(value) as JWK;
    const sealing = key.kty === 'EC' && key.crv === 'P-256' && (key.use ?? 'enc') === 'enc' && key.d === undefined;
    // Fails for a point that is not on the curve, which would show only when the first seal is made.
    return sealing && isName(key.kid) && publicKey(key).type === 'public';
  });

/** Countries in two letters, at least one. */
export const IsCountries = (): PropertyDecorator =>
  configRule(
    'isCountries',
    'must be countries in two capital letters, separated by commas',
    (value) => Array.isArray(value) && value.length > 0 && value.every(isCountry),
  );

/** What OAuth allows in a client's secret (RFC 6749, A.2), without the blank that nobody sees in a file. */
const isClientSecret = (value: unknown): boolean => typeof value === 'string' && /^[\x21-\x7e]{32,512}$/.test(value);

/** A JSON object of such secrets by client. */
export const IsClientSecrets = (): PropertyDecorator =>
  textRule(
    'isClientSecrets',
    'must be a JSON object of secrets by client, each of 32 to 512 visible ASCII characters',
    (value) => {
      const secrets = JSON.parse(value) as Record<string, unknown> | null;
      const sound = typeof secrets === 'object' && secrets !== null && !Array.isArray(secrets);
      return sound && Object.values(secrets).every(isClientSecret);
    },
  );

/** Services by name, at least one. */
export const IsServices = (): PropertyDecorator =>
  configRule(
    'isServices',
    'must be names of services, separated by commas',
    (value) => Array.isArray(value) && value.length > 0 && value.every(isServiceName),
  );

const isName = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isServiceName = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z0-9-]{0,62}$/.test(value);
const isCountry = (value: unknown): boolean =>
  typeof value === 'string' && isSupportedCountry(value as 'ID', numberingPlans);
const publicKey = (key: JWK): KeyObject => createPublicKey({ key, format: 'jwk' });

function signs(key: JWK): boolean {
  if (key.kty !== 'RSA' || (key.alg ?? 'RS256') !== 'RS256' || (key.use ?? 'sig') !== 'sig') return false;
  const secret = createPrivateKey({ key, format: 'jwk' });
  const sample = Buffer.from('sample');
  const open = publicKey({ kty: 'RSA', n: key.n ?? '', e: key.e ?? '' });
  const strong = (secret.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  return isName(key.kid) && strong && verify('sha256', sample, open, sign('sha256', sample, secret));
}
