import { type Position } from './position.js';

/** On the mean sphere; a kilometre is off by less than three metres anywhere. */
const METRES_PER_DEGREE = 111_195;

/** How many metres a degree of latitude and one of longitude are, around a position. */
export function scaleAt({ lat }: Position): { readonly x: number; readonly y: number } {
  // At the poles a degree of longitude is nothing; kept above it so that nobody divides by nothing.
  return { x: METRES_PER_DEGREE * Math.max(Math.cos((lat * Math.PI) / 180), 1e-6), y: METRES_PER_DEGREE };
}

/** The metres from a position to the nearest edge of some rings, as over flat ground: for distances of a few kilometres. */
export function metresTo(position: Position, rings: readonly (readonly (readonly number[])[])[]): number {
  const scale = scaleAt(position);
  let nearest = Infinity;
  for (const ring of rings) {
    let from: { x: number; y: number } | undefined;
    for (const [long = NaN, lat = NaN] of ring) {
      const to = { x: (long - position.long) * scale.x, y: (lat - position.lat) * scale.y };
      if (from !== undefined) nearest = Math.min(nearest, fromOrigin(from, to));
      from = to;
    }
  }
  return nearest;
}

/** The distance of a stretch from 0, 0. */
function fromOrigin(a: { x: number; y: number }, b: { x: number; y: number }): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(Math.max(-(a.x * dx + a.y * dy) / length, 0), 1);
  return Math.hypot(a.x + along * dx, a.y + along * dy);
}
