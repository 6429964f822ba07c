import { type RegionCode } from './ids.js';

/** Up to four parts of letters and digits, each within the one before: in Indonesia Kemendagri's `31.71.01.1001`. */
export const REGION_CODE = /^[0-9A-Za-z]{1,12}(\.[0-9A-Za-z]{1,12}){0,3}$/;

/**
 * True when whoever is competent in the outer region is competent in the inner one: the same region or one within it.
 * `31.7` does not cover `31.71`, since codes nest by whole parts.
 */
export function covers(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}

/** A region and all regions around it, the outermost first: `31.71.01` lies in `31`, `31.71` and itself. */
export function regionsAround(region: RegionCode): RegionCode[] {
  const parts = region.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.') as RegionCode);
}
