import { describe, expect, it } from '@jest/globals';
import { found } from './disguises.js';

const SECRET = 'Siti Rahayu Kenari';

describe('the search for a canary', () => {
  it.each(['', 'a', 'ab', 'abc'])('finds it behind "%s" in base64, plain and URL-safe', (before) => {
    const bytes = Buffer.from(`${before}${SECRET} and more`);
    expect(found([SECRET], Buffer.from(bytes.toString('base64')))).toEqual([SECRET]);
    expect(found([SECRET], Buffer.from(bytes.toString('base64url')))).toEqual([SECRET]);
  });

  it('finds it plain and in hex', () => {
    expect(found([SECRET], Buffer.from(`{"name":"${SECRET}"}`))).toEqual([SECRET]);
    expect(found([SECRET], Buffer.from(Buffer.from(`x${SECRET}`).toString('hex')))).toEqual([SECRET]);
  });

  it('does not find what is not there', () => {
    expect(found([SECRET], Buffer.from('Siti Rahayu'))).toEqual([]);
  });
});
