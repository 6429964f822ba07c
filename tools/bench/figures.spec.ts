import { describe, expect, it } from '@jest/globals';
import { quantile, rangeOf } from './figures.js';
import { processorTime, residentMemory } from './process-stats.js';

describe('figures', () => {
  it('take the middle of three rounds, and their ends', () => {
    expect(rangeOf([30, 10, 20])).toEqual({ low: 10, middle: 20, high: 30 });
  });

  it('interpolate between two measurements', () => {
    expect(quantile([1, 2], 0.5)).toBe(1.5);
    expect(quantile([1, 2, 3, 4, 5], 0.99)).toBeCloseTo(4.96);
  });

  it('do not come from nothing', () => {
    expect(() => rangeOf([])).toThrow(RangeError);
  });
});

describe('the processor time of a process', () => {
  it('is what the process itself reads of it, to a tick', () => {
    const until = Date.now() + 100;
    while (Date.now() < until) Math.sqrt(Math.random());
    const { user, system } = process.cpuUsage();
    expect(Math.abs(processorTime(process.pid) - (user + system))).toBeLessThan(50_000);
  });
});

describe('the memory of a process', () => {
  it('is what the process itself reads of it', () => {
    const ownReading = process.memoryUsage().rss / 2 ** 20;
    expect(Math.abs(residentMemory(process.pid) - ownReading)).toBeLessThan(20);
  });
});
