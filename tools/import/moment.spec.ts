import { describe, expect, it } from '@jest/globals';
import { readMoment } from './moment.js';

describe('a time in a file', () => {
  it.each([
    '2017-02-20 14:58:22+07',
    '2017/02/20 14:58:22+07',
    '2017/02/20 14:58:22 +0700',
    '2017-02-20T14:58:22+07',
    '2017-02-20T14:58:22.000+07:00',
    'Mon Feb 20 2017 14:58:22 GMT+0700 (WIB)',
    'Mon Feb 20 2017 14:58:22 GMT+0700 (Western Indonesia Time)',
    'Mon, 20 Feb 2017 07:58:22 GMT',
    '20 Feb 2017 14:58:22 +0700',
    '2017-02-20T07:58:22',
    '2017-02-20 07:58:22 UTC',
  ])('is the same moment as %s', (text) => {
    expect(readMoment(text)?.toISOString()).toBe('2017-02-20T07:58:22.000Z');
  });

  it.each([
    '02/03/2017 07:58',
    '20/02/2017 07:58',
    '2017/02-20 14:58:22',
    '2017-02-30T10:00:00Z',
    'Mon Feb 30 2017 14:58:22 GMT+0700',
    '2017-02-20T14:58:22+7',
    '2017-02-20T14:58:22 WIB',
    '2017-02-20T14:58:22+07:00:00',
    '2017-02-20T14:58 pm',
    '2017-02-20',
    '1487577502',
    'Tue Feb 20 2017 14:58:22 GMT+0700 (WIB)',
    'Mon Foo 20 2017 14:58:22 GMT+0700',
    '',
  ])('is not understood when it says %j', (text) => {
    expect(readMoment(text)).toBeUndefined();
  });
});
