// How fast positions find their kelurahan on one core, and what that costs in memory.
// Alone: taskset -c 0 node --expose-gc -C @jaki/source --import ./tools/swc-register.mjs tools/bench/locate.ts
import { loadRegions } from '@jaki/regions';

export interface LocateBench {
  /** Look-ups a second: the slowest and the fastest round. */
  readonly perSecond: readonly [min: number, max: number];
  /** How long loading takes, in milliseconds. */
  readonly loadMs: number;
  /** What the loaded data set keeps, in MB; 0 without --expose-gc. */
  readonly retainedMb: number;
}

/** Half of the positions lie in the city, half in the box around it, as a burst of real pins does at worst. */
export function benchLocate(rounds = 3, lookups = 500_000): LocateBench {
  const before = retained();
  const started = performance.now();
  const regions = loadRegions();
  const loadMs = performance.now() - started;
  const retainedMb = (retained() - before) / 1e6;
  const positions = Float64Array.from({ length: 2 * 4096 }, (_, i) =>
    i % 2 === 0 ? -6.37 + Math.random() * 0.29 : 106.68 + Math.random() * 0.3,
  );
  const rates = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let i = 0; i < lookups; i++) {
      const at = (i % 4096) * 2;
      regions.locate({ lat: positions[at] ?? 0, long: positions[at + 1] ?? 0 });
    }
    return Math.round((lookups / (performance.now() - start)) * 1000);
  });
  return { perSecond: [Math.min(...rates), Math.max(...rates)], loadMs, retainedMb };
}

function retained(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return globalThis.gc ? heapUsed + external : 0;
}

if (import.meta.filename === process.argv[1]) {
  const { perSecond, loadMs, retainedMb } = benchLocate();
  const rate = perSecond.map((each) => each.toLocaleString('en')).join('–');
  console.log(
    `locate: ${rate} a second on one core; loaded in ${loadMs.toFixed(0)} ms, ${retainedMb.toFixed(1)} MB kept`,
  );
}
