import { scaleAt } from './distance.js';
import { type Position } from './position.js';

/**
 * How far a gap may reach from a position: the holes that surveys and simplified borders leave are smaller, and what is
 * larger may be another municipality that the city surrounds.
 */
export const GAP_REACH_METRES = 2000;
/** Slits narrower than this, such as a canal between two borders, do not lead out of a gap. */
const STEP_METRES = 50;
const STEPS = GAP_REACH_METRES / STEP_METRES;
const DIRECTIONS = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
] as const;

/**
 * True when nobody can walk from a position to one two kilometres away without entering the city: then it lies in a hole of
 * the data and not beyond the city's border. It walks straight on as long as it can, so that from open ground it is out
 * after some forty steps.
 *
 * @param inCity whether a position lies in any of the city's areas
 */
export function liesInGap(start: Position, inCity: (position: Position) => boolean): boolean {
  const scale = scaleAt(start);
  const reached = new Set<number>([0]);
  const open: (readonly [x: number, y: number])[] = [[0, 0]];
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    for (const [dx, dy] of DIRECTIONS) {
      const [x, y] = [here[0] + dx, here[1] + dy];
      const cell = x * 4 * STEPS + y;
      const at = { lat: start.lat + (y * STEP_METRES) / scale.y, long: start.long + (x * STEP_METRES) / scale.x };
      if (reached.has(cell) || inCity(at)) continue;
      if (Math.hypot(x, y) >= STEPS) return false;
      reached.add(cell);
      open.push([x, y]);
    }
  }
  return true;
}
