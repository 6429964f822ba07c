import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsInt, IsOptional, Max, Min, MinLength } from 'class-validator';
import { type JWK } from 'jose';
import { CommaList, IsBaseUrl, PlatformConfig, readConfig } from '@jaki/platform';
import { IsClientSecrets, IsCountries, IsPrivateJwks, IsPublicEcJwk, IsSecretKey, IsServices } from './config-rules.js';

/** More than any limit on codes within an hour can mean. */
const MOST = 1_000_000;

/** What identity is configured with, beside what every service is. Secrets are best given as `<NAME>_FILE`. */
export class IdentityConfig extends PlatformConfig {
  /** Where text messages go: `POST <this>/messages`. */
  @IsBaseUrl()
  readonly SMS_GATEWAY_URL!: string;

  /** Private RSA keys as a JWKS in JSON, each with a `kid`. The first one signs, all are published. */
  @IsPrivateJwks()
  readonly SIGNING_JWKS!: string;

  /** 32 random bytes, base64url: makes people's ids per service. If it is lost, nobody is recognised any more. */
  @IsSecretKey()
  readonly SUBJECT_KEY!: string;

  /** 32 random bytes, base64url: encrypts phone numbers and makes the hash they are looked up by. */
  @IsSecretKey()
  readonly PHONE_KEY!: string;

  /** 32 random bytes, base64url: hashes one-time codes and the addresses that asked for them. */
  @IsSecretKey()
  readonly OTP_KEY!: string;

  /** Notifications' public key (EC P-256) as a JWK in JSON, with a `kid`: seals recipients. */
  @IsPublicEcJwk()
  readonly SEAL_PUBLIC_JWK!: string;

  /** Sign oidc-provider's cookies; the first one signs, the others are still accepted. */
  @CommaList()
  @ArrayNotEmpty()
  @MinLength(32, { each: true })
  readonly COOKIE_KEYS!: readonly string[];

  /** Secrets of the city's clients that have one, by id, in JSON: `{"petabencana":"…"}`. */
  @IsClientSecrets()
  readonly CLIENT_SECRETS!: string;

  /** Every service of the platform, by name: whom tokens can be for. */
  @CommaList()
  @IsServices()
  readonly SERVICES!: readonly string[];

  /** Countries whose mobile numbers are sent codes, in two letters each; the city's own unless told. */
  @IsOptional()
  @CommaList()
  @IsCountries()
  readonly OTP_COUNTRIES?: readonly string[];

  /** Seconds between two codes for one phone. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3600)
  readonly OTP_RESEND_SECONDS: number = 30;

  /** Most codes for one phone within an hour. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  readonly OTP_PER_PHONE: number = 6;

  /** Most codes asked for from one network address within an hour. Mobile operators put many people behind one. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  readonly OTP_PER_ADDRESS: number = 300;

  get signingKeys(): { keys: JWK[] } {
    return JSON.parse(this.SIGNING_JWKS) as { keys: JWK[] };
  }

  get clientSecrets(): Readonly<Record<string, string>> {
    return JSON.parse(this.CLIENT_SECRETS) as Record<string, string>;
  }

  get sealKey(): JWK {
    return JSON.parse(this.SEAL_PUBLIC_JWK) as JWK;
  }
}

/** Reads the process's environment. @throws ConfigError */
export function config(): IdentityConfig {
  return readConfig(IdentityConfig, process.env);
}

/** The environment for a short-lived process that works beside the running service: any free port is good enough. */
export function beside(): Readonly<Record<string, string | undefined>> {
  return { ...process.env, PORT: '0' };
}
