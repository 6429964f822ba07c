import type { FeatureCollection, Polygon } from 'geojson'; // types only: nothing to load when built
import pointInPolygon from 'point-in-polygon-hao';
import { type Position } from './position.js';

/**
 * Areas beyond all boundaries in which a city has land that its boundaries do not know yet, such as a coast where land
 * is made. There a position belongs to the nearest kelurahan, if that is no farther than `reachMetres`.
 */
export type BeyondFile = FeatureCollection<Polygon, { readonly reachMetres: number }>;

/** How far the nearest kelurahan may be from a position that lies in none; 0 where no area says so. */
export class Beyond {
  /** @throws TypeError when an area has no reach: the data set is broken */
  constructor(private readonly file: BeyondFile) {
    for (const { properties } of file.features) {
      if (!(properties.reachMetres > 0)) throw new TypeError('beyond.geojson has an area without reachMetres');
    }
  }

  reachAt({ lat, long }: Position): number {
    const around = this.file.features.filter(
      ({ geometry }) => pointInPolygon([long, lat], geometry.coordinates) !== false,
    );
    return Math.max(0, ...around.map(({ properties }) => properties.reachMetres));
  }
}
