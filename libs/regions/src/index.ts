export { type BoundaryFile } from './boundaries.js';
export * from './city-data.js';
export { jakarta, loadRegions } from './load-regions.js';
export { InvalidPosition, type Position } from './position.js';
export * from './region.js';
export { type RegionData, Regions } from './regions.js';
