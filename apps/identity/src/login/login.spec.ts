import { describe, expect, it } from '@jest/globals';
import { type Phone } from '../people/phone.js';
import { drawCode, hashCode, sameHash } from './code.js';
import { allowCode, type CodesAskedFor, TooManyCodes } from './domain/code-limits.js';

const limits = { resendSeconds: 30, perPhone: 3, perAddress: 5 };
const now = new Date('2026-11-22T10:00:00Z');
const ago = (...seconds: number[]) => seconds.map((each) => new Date(now.getTime() - each * 1000));
const none: CodesAskedFor = { forPhone: [], fromAddress: [] };

function waitFor(asked: Partial<CodesAskedFor>): number {
  try {
    allowCode({ ...none, ...asked }, limits, now);
    return 0;
  } catch (error) {
    if (error instanceof TooManyCodes) return error.retryAfter;
    throw error;
  }
}

describe('a code', () => {
  it('may be asked for by who has not asked before', () => {
    expect(waitFor({})).toBe(0);
  });

  it('is not sent again within the resend delay', () => {
    expect(waitFor({ forPhone: ago(29.5) })).toBe(1);
    expect(waitFor({ forPhone: ago(0) })).toBe(30);
    expect(waitFor({ forPhone: ago(30) })).toBe(0);
  });

  it('is not sent to one phone more often than the limit within an hour', () => {
    expect(waitFor({ forPhone: ago(40, 50, 3000) })).toBe(600);
    expect(waitFor({ forPhone: ago(40, 50, 3600) })).toBe(0);
  });

  it('is not asked for from one address more often than the limit within an hour', () => {
    expect(waitFor({ fromAddress: ago(1, 2, 3, 4, 5) })).toBe(3595);
    expect(waitFor({ fromAddress: ago(1, 2, 3, 4) })).toBe(0);
  });

  it('is six digits and hardly ever twice the same', () => {
    const codes = Array.from({ length: 200 }, drawCode);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(190);
  });

  it('fits only its own challenge, phone and digits', () => {
    const key = Buffer.alloc(32, 1);
    const right = { challengeId: 'a', phone: '+6281200000001' as Phone, code: '123456' };
    const hash = hashCode(right, key);
    expect(sameHash(hash, hashCode(right, key))).toBe(true);
    expect(sameHash(hash, hashCode({ ...right, challengeId: 'b' }, key))).toBe(false);
    expect(sameHash(hash, hashCode({ ...right, phone: '+6281200000002' as Phone }, key))).toBe(false);
    expect(sameHash(hash, hashCode({ ...right, code: '123457' }, key))).toBe(false);
    expect(sameHash(hash, hashCode(right, Buffer.alloc(32, 2)))).toBe(false);
    expect(sameHash(hash, hash.subarray(1))).toBe(false);
  });
});
