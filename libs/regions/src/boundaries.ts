import Flatbush from 'flatbush';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'; // types only: nothing to load when built
import pointInPolygon from 'point-in-polygon-hao';
import { degreesOf, distanceTo, isEnclosed, REACH_M, type Segment, segmentsSeenFrom, SIGHT_M } from './enclosed.js';
import { type Position } from './position.js';

/** What a boundary file holds: one feature per kelurahan, with its Kemendagri code. */
export type BoundaryFile = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;

type Rings = number[][][];
interface Area {
  readonly code: string;
  readonly rings: Rings;
}

/**
 * Answers which area a position lies in. A packed R-tree over the bounding boxes leaves one to three candidates, which
 * an exact test (robust predicates, so no position near an edge belongs to none or to two areas by rounding) decides.
 */
export class Boundaries {
  readonly #areas: readonly Area[];
  readonly #index: Flatbush;

  constructor(file: BoundaryFile) {
    this.#areas = file.features.flatMap(areasOf);
    this.#index = new Flatbush(this.#areas.length);
    for (const { rings } of this.#areas) this.#index.add(...boxOf(rings));
    this.#index.finish();
  }

  /** The code of the area around a position. On a common edge the lower code wins, so that the answer is always one. */
  codeAt({ lat, long }: Position): string | undefined {
    const point = [long, lat];
    let onEdge: Area | undefined;
    for (const candidate of this.#index.search(long, lat, long, lat)) {
      const area = this.#areas[candidate];
      if (area === undefined) continue;
      const inside = pointInPolygon(point, area.rings);
      if (inside) return area.code;
      if (inside === 0 && (onEdge === undefined || area.code < onEdge.code)) onEdge = area;
    }
    return onEdge?.code;
  }

  /**
   * The code of the nearest area for a position that lies in none, but within the city: boundary data has gaps, and made
   * land and quays that it does not know. Undefined beyond the city's border and at sea.
   */
  codeNear(position: Position): string | undefined {
    const near = this.#around(position, REACH_M);
    const distances = near.map(({ code, segments }) => ({ code, metres: Math.min(...segments.map(distanceTo)) }));
    const [nearest] = distances.sort((one, other) => one.metres - other.metres || (one.code < other.code ? -1 : 1));
    if (nearest === undefined || nearest.metres > REACH_M) return undefined;
    const inSight = this.#around(position, SIGHT_M).flatMap(({ segments }) => segments);
    return isEnclosed(inSight) ? nearest.code : undefined;
  }

  #around(position: Position, metres: number): { code: string; segments: Segment[] }[] {
    const [east, north] = degreesOf(metres, position);
    const { lat, long } = position;
    return this.#index.search(long - east, lat - north, long + east, lat + north).flatMap((index) => {
      const area = this.#areas[index];
      return area ? [{ code: area.code, segments: segmentsSeenFrom(position, area.rings) }] : [];
    });
  }
}

/** An island kelurahan is many polygons: each is an area of its own, so that no box spans the sea between them. */
function areasOf({ geometry, properties }: Feature<Polygon | MultiPolygon, { readonly code: string }>): Area[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => ({ code: properties.code, rings }));
}

function boxOf(rings: Rings): [minX: number, minY: number, maxX: number, maxY: number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = NaN, y = NaN] of rings.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
