import { describe, expect, it } from '@jest/globals';
import { databaseTroubleOf } from './database-errors.js';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('what is the matter with the database', () => {
  it.each([
    ...['08006', '25006', '53100', '53300', '57P01', '57P02', '57P03', '57P05', '58030'].map(withCode),
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND'].map(withCode),
    new Error('Connection terminated unexpectedly'),
    new Error('Query read timeout'),
    new Error('Cannot use a pool after calling end on the pool'),
  ])('is that it is away, for $code $message', (error) => {
    expect(databaseTroubleOf(error)).toBe('away');
  });

  it.each(['57014', '25P03', '25P04'])('is that it gave up what took too long, for %s', (code) => {
    expect(databaseTroubleOf(withCode(code))).toBe('overdue');
  });

  it.each(['40001', '40P01', '55P03'])('is that others are in the way, for %s', (code) => {
    expect(databaseTroubleOf(withCode(code))).toBe('contended');
  });

  it('is seen in the causes of an error', () => {
    const cause = new Error('could not save', { cause: withCode('57P01') });
    expect(databaseTroubleOf(new Error('could not file', { cause }))).toBe('away');
  });

  it.each([withCode('23505'), withCode('22P02'), new TypeError('no street'), 'ECONNRESET', null, undefined])(
    'is nothing, for %s',
    (error) => {
      expect(databaseTroubleOf(error)).toBeUndefined();
    },
  );
});
