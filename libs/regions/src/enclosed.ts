import { type Position } from './position.js';

/** From here to there, in metres east and north of the position that is asked about. */
export type Segment = readonly [fromX: number, fromY: number, toX: number, toY: number];

const METRES_PER_DEGREE = 111_320;
const DIRECTIONS = 32;
/** Nine in ten: a quay may look out on the sea through the mouth of its harbour, a place beyond a border sees half a horizon. */
const LEAST_CLOSED = 0.9;

/** How far one may look for the city all round. */
export const SIGHT_M = 3_000;
/** How far a position may be from the nearest area: the widest gaps between Jakarta's are 300 m across. */
export const REACH_M = 500;

/** So many metres as degrees of longitude and latitude there. */
export function degreesOf(metres: number, { lat }: Position): [east: number, north: number] {
  const north = metres / METRES_PER_DEGREE;
  return [north / Math.cos((lat * Math.PI) / 180), north];
}

/** The edges of rings as seen from a position. */
export function segmentsSeenFrom({ lat, long }: Position, rings: readonly (readonly number[][])[]): Segment[] {
  const perDegree = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const seen = ([x = NaN, y = NaN]: readonly number[]) =>
    [(x - long) * perDegree, (y - lat) * METRES_PER_DEGREE] as const;
  return rings.flatMap((ring) =>
    ring.slice(1).map((end, index): Segment => [...seen(ring[index] ?? []), ...seen(end)]),
  );
}

/** How far it is to an edge, in metres. */
export function distanceTo([x1, y1, x2, y2]: Segment): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
  return Math.hypot(x1 + share * dx, y1 + share * dy);
}

/**
 * Whether a position outside of all areas lies within the city all the same: in nine of ten directions one of its edges is
 * in sight. So is a gap between areas, or made land in a harbour; what lies beyond a border or at sea is not.
 */
export function isEnclosed(segments: readonly Segment[]): boolean {
  const closed = Array.from({ length: DIRECTIONS }, (_, index) => {
    const angle = ((index + 0.5) / DIRECTIONS) * 2 * Math.PI;
    return segments.some((segment) => crosses(segment, Math.cos(angle) * SIGHT_M, Math.sin(angle) * SIGHT_M));
  });
  return closed.filter(Boolean).length >= LEAST_CLOSED * DIRECTIONS;
}

/** Whether the way from the position to there meets the edge. */
function crosses([x1, y1, x2, y2]: Segment, toX: number, toY: number): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const turn = toX * dy - toY * dx;
  if (turn === 0) return false;
  const along = (x1 * dy - y1 * dx) / turn;
  const across = (x1 * toY - y1 * toX) / turn;
  return along >= 0 && along <= 1 && across >= 0 && across <= 1;
}
