import { type Regions } from '@jaki/regions';
import { RegionUnknown } from '../domain/errors.js';

/** @throws RegionUnknown for a code that the city's data set does not have */
export function requireRegions(regions: Regions, codes: readonly string[]): void {
  const unknown = codes.find((code) => regions.region(code) === undefined);
  if (unknown !== undefined) throw new RegionUnknown(unknown);
}
