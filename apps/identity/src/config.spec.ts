import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '@jaki/platform';
import { freshSecrets } from '../test/secrets.js';
import { IdentityConfig } from './config.js';

const around = {
  DATABASE_URL: 'postgresql://identity@127.0.0.1/identity',
  KAFKA_BROKERS: '127.0.0.1:9092',
  ISSUER: 'https://id.example',
  SMS_GATEWAY_URL: 'http://127.0.0.1:4010',
};

let env: Record<string, string>;
beforeAll(async () => {
  env = { ...around, ...(await freshSecrets()).env };
});

const faultOf = (name: string, value: string): string => {
  try {
    readConfig(IdentityConfig, { ...env, [name]: value });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe("identity's configuration", () => {
  it('is read with its keys and limits', () => {
    const config = readConfig(IdentityConfig, {
      ...env,
      OTP_PER_PHONE: '9',
      COOKIE_KEYS: `${env['COOKIE_KEYS']!},${'b'.repeat(32)}`,
    });
    expect(config.signingKeys.keys.map(({ kid }) => kid)).toEqual(['sign-1']);
    expect(config.sealKey.kid).toBe('seal-1');
    expect([config.OTP_PER_PHONE, config.OTP_RESEND_SECONDS, config.COOKIE_KEYS.length]).toEqual([9, 30, 2]);
  });

  it.each([
    ['SIGNING_JWKS', 'no json'],
    ['SIGNING_JWKS', '{"keys":[]}'],
    ['SIGNING_JWKS', '{"keys":[{"kty":"RSA","kid":"public-only","n":"AQAB","e":"AQAB"}]}'],
    ['SUBJECT_KEY', 'too-short'],
    ['PHONE_KEY', `${'a'.repeat(42)}!`],
    ['OTP_KEY', 'a'.repeat(44)],
    ['SEAL_PUBLIC_JWK', '{"kty":"EC","crv":"P-384","x":"a","y":"b","kid":"k"}'],
    ['SEAL_PUBLIC_JWK', '{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"private!","kid":"k"}'],
    ['COOKIE_KEYS', 'short'],
    ['CLIENT_SECRETS', 'no json'],
    ['CLIENT_SECRETS', '[]'],
    ['CLIENT_SECRETS', 'null'],
    ['CLIENT_SECRETS', '{"petabencana":"short"}'],
    ['SERVICES', ' , '],
    ['SERVICES', 'Reports!'],
    ['SMS_GATEWAY_URL', 'ftp://somewhere'],
    ['SMS_GATEWAY_URL', 'http://user:pass@gateway.example'],
    ['SMS_GATEWAY_URL', 'http://gateway.example/?to='],
    ['OTP_PER_ADDRESS', '0'],
    ['OTP_PER_PHONE', '1e99'],
    ['OTP_RESEND_SECONDS', '3601'],
    ['OTP_COUNTRIES', 'Indonesia'],
    ['OTP_COUNTRIES', 'ID,id'],
    ['OTP_COUNTRIES', ','],
    ['COOKIE_KEYS', ' , '],
    ['CLIENT_SECRETS', JSON.stringify({ petabencana: `rahasia-é-${'a'.repeat(32)}` })],
    ['CLIENT_SECRETS', JSON.stringify({ petabencana: `rahasia ${'a'.repeat(32)}` })],
    ['CLIENT_SECRETS', JSON.stringify({ petabencana: `rahasia\t${'a'.repeat(32)}` })],
    ['CLIENT_SECRETS', JSON.stringify({ petabencana: `\u{ff52}${'a'.repeat(32)}` })],
    ['SEAL_PUBLIC_JWK', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA","kid":"not-on-the-curve"}'],
    ['SEAL_PUBLIC_JWK', 'null'],
  ])('refuses %s that is no such thing, without showing its value', (name, value) => {
    const fault = faultOf(name, value);
    expect(fault).toContain(name);
    if (value.length > 1) expect(fault).not.toContain(value);
  });

  it('refuses keys that could not sign what others verify', () => {
    const jwk = (modulusLength: number) => ({
      ...generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ format: 'jwk' }),
      kid: 'k',
    });
    const [good, other] = [jwk(2048), jwk(2048)];
    const fault = (...keys: object[]) => faultOf('SIGNING_JWKS', JSON.stringify({ keys }));
    expect(fault(good)).toBe('');
    expect(fault(good, { ...other, kid: 'l', alg: 'RS256', use: 'sig' })).toBe('');
    const bad = [
      { ...good, n: other.n },
      { ...good, kid: 7 },
      { ...good, alg: 'ES256' },
      { ...good, use: 'enc' },
    ];
    for (const keys of [...bad.map((key) => [key]), [jwk(1024)], [good, good]]) {
      expect(fault(...keys)).toContain('SIGNING_JWKS must be');
    }
  });
});
