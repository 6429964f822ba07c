// Measures look-ups of positions on the core that it is pinned to, and prints the result as JSON.
import { loadRegions } from '@jaki/regions';
import { type LocateResult } from './locate.js';

const POSITIONS = 20_000;
const TURNS = 15;

const collect = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const before = collect();
const regions = loadRegions();
const bytes = collect() - before;

// In and around Jakarta, so that some lie in the sea and beyond the border.
const positions = Array.from({ length: POSITIONS }, () => ({
  lat: -6.4 + Math.random() * 0.35,
  long: 106.65 + Math.random() * 0.35,
}));
const rates: number[] = [];
let inside = 0;
for (let turn = 0; turn < TURNS; turn++) {
  const start = performance.now();
  for (const position of positions) if (regions.locate(position)) inside += 1;
  rates.push(POSITIONS / ((performance.now() - start) / 1000));
}

// The first turns run before the compiler has seen enough.
const result: LocateResult = {
  rates: rates.slice(5),
  mebibytes: bytes / 2 ** 20,
  inside: inside / (POSITIONS * TURNS),
};
process.stdout.write(JSON.stringify(result));
