import { REGION_CODE, type RegionCode } from '@jaki/kernel';

/** The four levels of a region code, from the outside in. `city` is also a regency (kabupaten). */
export const regionLevels = ['province', 'city', 'district', 'kelurahan'] as const;
export type RegionLevel = (typeof regionLevels)[number];

/** One region as one decree names it: a code that was given anew has another entry with other dates. */
export interface Region {
  /** In Indonesia Kemendagri's: `PP`, `PP.KK`, `PP.KK.CC` or `PP.KK.CC.DDDD`. */
  readonly code: RegionCode;
  readonly name: string;
  readonly level: RegionLevel;
  /** The region around it; a province has none. */
  readonly parent?: RegionCode;
  /** First day on which the code is in force, `YYYY-MM-DD`; absent: as far back as the data set knows. */
  readonly validFrom?: string;
  /** First day on which it is no longer in force; absent: until further notice. */
  readonly validTo?: string;
}

/** A kelurahan (or desa): the smallest region that has a code and a boundary. */
export interface Kelurahan extends Region {
  readonly level: 'kelurahan';
  readonly parent: RegionCode;
}

/**
 * True for a text that is shaped like a region code of any level: up to four parts of letters and digits, in Indonesia
 * Kemendagri's. Whether such a region exists is another matter.
 */
export function isRegionCode(text: string): text is RegionCode {
  return REGION_CODE.test(text);
}

/** The level that a code stands for. */
export function levelOf(code: RegionCode): RegionLevel {
  return regionLevels[code.split('.').length - 1] ?? 'kelurahan';
}

/** The code of the region around it; a province has none. Read from the code alone. */
export function parentOf(code: RegionCode): RegionCode | undefined {
  const cut = code.lastIndexOf('.');
  return cut === -1 ? undefined : (code.slice(0, cut) as RegionCode);
}

/** True when the region's code is in force on that day. @param day `YYYY-MM-DD` */
export function isValidOn(region: Region, day: string): boolean {
  return (region.validFrom ?? '') <= day && (region.validTo === undefined || day < region.validTo);
}
