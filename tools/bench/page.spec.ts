import { describe, expect, it } from '@jest/globals';
import { type Comparison } from './compare.js';
import { type Findings } from './findings.js';
import { pageOf } from './page.js';
import { shortcomings, verdictOf } from './verdicts.js';

const same = (value: number) => ({ low: value, middle: value, high: value });

function performance(cost: number) {
  const figures = { rate: same(1000), database: same(50), busy: same(0.5), p50: same(1), p99: same(2) };
  return { ...figures, cost: same(cost), generator: same(12) };
}

/** The bare server at 100 µs a request, the service dearer by the ratios. */
function result(half: number, most: number): Comparison {
  const level = (ratio: number, rate?: number) => ({ rate, service: performance(100 / ratio), bare: performance(100) });
  return {
    scenario: { title: 'GET by id', filing: false, paths: [], aim: 0.7, floor: 0.5 },
    saturation: level(1),
    equal: [level(half, 500), level(most, 900)],
  };
}

const flow = (title: string, rate: number) => ({
  title,
  rate: same(rate),
  node: same(90),
  postgres: same(40),
  kafka: same(9),
  aim: 7500,
  floor: 5000,
});

const withoutGoal = (title: string, rate: number) => {
  const { aim: _aim, floor: _floor, ...rest } = flow(title, rate);
  return rest;
};

const findings: Findings = {
  date: new Date('2026-11-22T00:00:00Z'),
  machine: [['Node', 'v24']],
  comparisons: [result(0.8, 0.75)],
  idle: [{ service: 'reports', mebibytes: 110, processor: 0.008 }],
  flow: {
    throughput: [flow('a backlog', 8000), withoutGoal('pg-boss', 4000)],
    latency: [{ title: '50 a second', samples: 100, p50: 4, p99: 9, most: { quantile: 'p50', ms: 6 } }],
  },
  latency: { samples: 400, p50: 12, p99: 40, perSecond: 40 },
  locate: { rates: [900_000], mebibytes: 1, inside: 0.4 },
};

describe('the verdict', () => {
  it('goes by the worse of the two equal loads', () => {
    expect(verdictOf(result(0.8, 0.75))).toBe('reached');
    expect(verdictOf(result(0.8, 0.6))).toBe('above the floor');
    expect(verdictOf(result(0.4, 0.9))).toBe('below the floor');
  });

  it('names each shortcoming, and none when all is well', () => {
    expect(shortcomings(findings)).toEqual([]);
    const bad: Findings = {
      ...findings,
      comparisons: [result(0.4, 0.9)],
      idle: [{ service: 'reports', mebibytes: 180, processor: 0.02 }],
      flow: {
        throughput: [flow('a backlog', 4999), withoutGoal('pg-boss', 2600)],
        latency: [{ title: '50 a second', samples: 100, p50: 7, p99: 9, most: { quantile: 'p50', ms: 6 } }],
      },
    };
    expect(shortcomings(bad)).toEqual([
      'GET by id is below its floor of 0.5',
      'reports takes 180 MiB at idle, more than 150',
      'reports takes 2.0 % of a core at idle, more than 1',
      'a backlog: 4999 events a second, below 5000',
      'a backlog: only 1.9 times as fast as pg-boss',
      '50 a second: the p50 is above 6 ms',
    ]);
    expect(shortcomings({ ...findings, locate: { rates: [1000], mebibytes: 1, inside: 1 } })).toHaveLength(1);
  });
});

describe('the page', () => {
  it('shows ratios, both servers, and when it was measured', () => {
    const page = pageOf(findings, { rounds: 3, seconds: 6, connections: 16 });
    expect(page).toContain('| GET by id | 0.80 | 0.75 | 0.7 | 0.5 | reached |');
    expect(page).toContain('2026-11-22');
    expect(page).toContain('| reports | 110 | 0.8 |');
    expect(page).toContain('**2.0** times as fast as pg-boss');
    expect(page).toContain('| 50 a second | 100 | 4.0 | 9.0 | p50 < 6 ms | reached |');
  });
});
