import { type JsonWebKey } from 'node:crypto';
import { Type } from 'class-transformer';
import {
  IsInt,
  Matches,
  Max,
  Min,
  Validate,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { PlatformConfig, readConfig } from '@jaki/platform';

/** A private key that seals are made for. */
export type SealKey = JsonWebKey & { readonly kid: string; readonly kty: 'EC'; readonly d: string };

@ValidatorConstraint()
class PrivateKeySet implements ValidatorConstraintInterface {
  validate(text: unknown): boolean {
    return typeof text === 'string' && readKeys(text).length > 0;
  }

  defaultMessage(): string {
    return 'SEAL_PRIVATE_JWKS must be a JWK set of private EC keys, each with a kid';
  }
}

export class NotificationsConfig extends PlatformConfig {
  /** Private keys (EC P-256) as a JWK set in JSON, each with a `kid`. Keep a replaced key until no event sealed for it can come again. */
  @Validate(PrivateKeySet)
  readonly SEAL_PRIVATE_JWKS!: string;

  /** 32 random bytes, base64url: encrypts what notices are about. If it is lost, no stored notice can be read. */
  @Matches(/^[\w-]{43}=?$/, { message: 'REFERENCE_KEY must be 32 bytes in base64url' })
  readonly REFERENCE_KEY!: string;

  /** After how many days a notice is deleted. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3650)
  readonly NOTICE_DAYS: number = 365;

  get sealKeys(): SealKey[] {
    return readKeys(this.SEAL_PRIVATE_JWKS);
  }
}

/** The only place where this service reads the process's environment. */
export function config(): NotificationsConfig {
  return readConfig(NotificationsConfig, process.env);
}

/** Empty when the text is no set of private keys with a kid each. */
function readKeys(text: string): SealKey[] {
  try {
    const { keys } = JSON.parse(text) as { keys: Partial<SealKey>[] };
    return keys.every(isSealKey) ? keys : [];
  } catch {
    return [];
  }
}

function isSealKey(key: Partial<SealKey>): key is SealKey {
  return typeof key.kid === 'string' && typeof key.d === 'string' && key.kty === 'EC';
}
