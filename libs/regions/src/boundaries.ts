import Flatbush from 'flatbush';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'; // types only: nothing to load when built
import pointInPolygon from 'point-in-polygon-hao';
import { metresTo, scaleAt } from './distance.js';
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

  /** The code of the area whose edge is nearest to a position; of equally near ones the lower. @param reach in metres */
  nearestTo(position: Position, reach: number): string | undefined {
    const { lat, long } = position;
    const { x, y } = scaleAt(position);
    const box = [long - reach / x, lat - reach / y, long + reach / x, lat + reach / y] as const;
    const near = this.#index
      .search(...box)
      .map((found) => this.#areas[found])
      .filter((area) => area !== undefined)
      .map(({ code, rings }) => ({ code, metres: metresTo(position, rings) }))
      .filter(({ metres }) => metres <= reach);
    return near.sort((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1))[0]?.code;
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
