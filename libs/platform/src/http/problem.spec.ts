import { describe, expect, it } from '@jest/globals';
import { problemOf } from './problem.js';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('trouble with the database', () => {
  it.each(['57P01', '08006', '25006', '53300', '57014', '25P03', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'of which the same request may be free later is answered with 503 and retry-after, as %s is',
    (code) => {
      expect(problemOf(withCode(code))).toMatchObject({
        status: 503,
        code: 'unavailable',
        headers: { 'retry-after': '2' },
      });
    },
  );

  it('is answered so when another error only tells of it', () => {
    expect(problemOf(new Error('could not file', { cause: withCode('57P01') })).status).toBe(503);
  });

  it.each(['40001', '40P01', '55P03'])('that another request causes is answered with 409, as %s is', (code) => {
    expect(problemOf(withCode(code))).toMatchObject({ status: 409, code: 'busy' });
  });

  it('is no excuse for an error of ours', () => {
    expect(problemOf(withCode('23505')).status).toBe(500);
  });
});
