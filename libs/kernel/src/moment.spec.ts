import { describe, expect, it } from '@jest/globals';
import { isDay, parseMoment } from './moment.js';

describe('a moment', () => {
  it.each([
    ['2026-11-26T00:30:00Z', '2026-11-26T00:30:00.000Z'],
    ['2026-11-26t07:30:00.5+07:00', '2026-11-26T00:30:00.500Z'],
    ['2024-02-29T23:59:59.123456789Z', '2024-02-29T23:59:59.123Z'],
    ['2026-01-01T00:00:00-00:30', '2026-01-01T00:30:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(parseMoment(text)?.toISOString()).toBe(iso);
  });

  it.each([
    '2026-11-26T00:30:00',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-11-26T24:00:00Z',
    '2026-11-26T00:60:00Z',
    '2026-11-26T00:30Z',
    '2026-11-26 00:30:00Z',
    '2026-11-26T00:30:00+0700',
    '2026-11-26T00:30:00+24:00',
    '02/03/2017 07:58',
    '+002026-11-26T00:30:00Z',
    '2026-11-26T00:30:00Z ',
    '',
  ])('%j is none', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });
});

describe('a day', () => {
  it('exists in the calendar', () => {
    expect(['2026-02-28', '2024-02-29'].map(isDay)).toEqual([true, true]);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', ''].map(isDay)).toEqual([false, false, false, false]);
  });
});
