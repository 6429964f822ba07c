import { type Stage } from '../row.js';

const READY_WITHIN = 5_000;

/** By the median: how long one start takes is up to whoever else has the machine. */
export function judgeStarts(stage: Stage, readyAfter: readonly number[]): void {
  const sorted = [...readyAfter].sort((one, other) => one - other);
  const [median = Infinity, slowest = Infinity] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  stage.note(`ready again after ${median} ms (median), ${slowest} ms (slowest)`);
  stage.require(`ready again in less than ${READY_WITHIN} ms`, median < READY_WITHIN, `${median} ms`);
}
