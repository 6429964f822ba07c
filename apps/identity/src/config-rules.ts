import { ValidateBy } from 'class-validator';
import { type JWK } from 'jose';

/** 32 bytes in base64url without padding. */
export const IsSecretKey = (): PropertyDecorator =>
  rule('isSecretKey', 'must be 32 bytes in base64url', (text) => /^[\w-]{43}$/.test(text));

/** A JWKS of private RSA keys, each with a `kid`. */
export const IsPrivateJwks = (): PropertyDecorator =>
  rule('isPrivateJwks', 'must be a JWKS of private RSA keys with kid, in JSON', (text) => {
    const { keys } = JSON.parse(text) as { keys?: JWK[] };
    return Array.isArray(keys) && keys.length > 0 && keys.every((key) => key.kty === 'RSA' && !!key.d && !!key.kid);
  });

/** A public P-256 key with a `kid`; a private one is refused, since identity must not be able to open seals. */
export const IsPublicEcJwk = (): PropertyDecorator =>
  rule('isPublicEcJwk', 'must be a public EC P-256 JWK with kid, in JSON', (text) => {
    const key = JSON.parse(text) as JWK;
    return key.kty === 'EC' && key.crv === 'P-256' && !!key.x && !!key.y && !!key.kid && key.d === undefined;
  });

function rule(name: string, says: string, holds: (text: string) => boolean): PropertyDecorator {
  // The default message of a rule would repeat nothing of the value either: a secret never gets into a log.
  const validate = (value: unknown) => typeof value === 'string' && attempt(() => holds(value));
  return ValidateBy({ name, validator: { validate, defaultMessage: () => `$property ${says}` } });
}

function attempt(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}
