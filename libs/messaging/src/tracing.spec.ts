import { describe, expect, it } from '@jest/globals';
import { isCorrelationId } from './correlation.js';
import { soundTraceparent } from './tracing.js';

const [trace, parent] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];

describe('a traceparent', () => {
  it('is handed on when it parses, without what a later version may have added', () => {
    expect(soundTraceparent(`00-${trace}-${parent}-01`)).toBe(`00-${trace}-${parent}-01`);
    expect(soundTraceparent(`cc-${trace}-${parent}-01-Ani`)).toBe(`00-${trace}-${parent}-01`);
  });

  it.each([
    'Ani, 081200000001',
    `00-${trace}-${parent}-01-more`,
    `ff-${trace}-${parent}-01`,
    `00-${'0'.repeat(32)}-${parent}-01`,
    `00-${trace}-${'0'.repeat(16)}-01`,
    `00-${trace.toUpperCase()}-${parent}-01`,
    '',
    undefined,
  ])('%j is ignored', (text) => {
    expect(soundTraceparent(text)).toBeUndefined();
  });
});

describe('a correlation id', () => {
  it('is a UUID or a trace id, and nothing that somebody may have typed', () => {
    expect(isCorrelationId(trace)).toBe(true);
    expect(isCorrelationId('0192f0c1-0000-7000-8000-000000000001')).toBe(true);
    for (const text of ['081200000001', 'Ani', '', undefined]) expect(isCorrelationId(text)).toBe(false);
  });
});
