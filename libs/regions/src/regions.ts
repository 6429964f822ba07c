import { type RegionCode } from '@jaki/kernel';
import { Beyond, type BeyondFile } from './beyond.js';
import { Boundaries, type BoundaryFile } from './boundaries.js';
import { GAP_REACH_METRES, liesInGap } from './gap.js';
import { type Position, requirePosition } from './position.js';
import { isValidOn, type Kelurahan, type Region } from './region.js';

/** Everything a city brings: its codes and, for its kelurahan, their boundaries. */
export interface RegionData {
  readonly regions: readonly Region[];
  readonly boundaries: BoundaryFile;
  /** Where the city goes on beyond them; a city without made land has none. */
  readonly beyond?: BeyondFile;
}

/** The regions of one city: the reference that routing, roles, feeds and statistics share. Immutable; inject one. */
export class Regions {
  readonly #all: readonly Region[];
  readonly #byCode: ReadonlyMap<string, readonly Region[]>;
  readonly #boundaries: Boundaries;
  readonly #beyond: Beyond | undefined;

  /** @throws TypeError when a boundary has no kelurahan, or a region no parent: the data set is broken */
  constructor({ regions, boundaries, beyond }: RegionData) {
    this.#all = regions;
    this.#byCode = Map.groupBy(regions, (region) => region.code);
    this.#boundaries = new Boundaries(boundaries);
    this.#beyond = beyond && new Beyond(beyond);
    for (const { code, parent } of regions) {
      if (parent !== undefined && !this.#byCode.has(parent)) throw new TypeError(`region ${code} has no ${parent}`);
    }
    for (const { properties } of boundaries.features) {
      if (this.region(properties.code)?.level !== 'kelurahan') throw new TypeError(`no kelurahan ${properties.code}`);
    }
  }

  /**
   * The kelurahan around a position, or undefined outside the city (neighbours, the poles and the open sea are outside).
   * In a hole between the boundaries, and on land that the data set says to lie beyond them, it is the nearest one.
   *
   * @throws InvalidPosition when the numbers are no place on earth
   */
  locate(position: Position): Kelurahan | undefined {
    requirePosition(position);
    const code = this.#boundaries.codeAt(position) ?? this.#nearestTo(position);
    return code === undefined ? undefined : (this.region(code) as Kelurahan);
  }

  #nearestTo(position: Position): string | undefined {
    const beyond = this.#beyond?.reachAt(position) ?? 0;
    const nearest = this.#boundaries.nearestTo(position, Math.max(beyond, GAP_REACH_METRES));
    if (nearest === undefined) return undefined;
    const inCity = (place: Position) => this.#boundaries.codeAt(place) !== undefined;
    return liesInGap(position, inCity) ? nearest : this.#boundaries.nearestTo(position, beyond);
  }

  /**
   * The region of a code, or undefined when the city has none.
   *
   * @param day `YYYY-MM-DD`: as the code stood on that day; without it the latest entry, also one no longer in force
   */
  region(code: string, day?: string): Region | undefined {
    const entries = this.#byCode.get(code);
    return day === undefined ? entries?.at(-1) : entries?.findLast((entry) => isValidOn(entry, day));
  }

  /** The regions around one, nearest first: a kelurahan's district, city and province. */
  parents(code: string): readonly Region[] {
    const parent = this.region(code)?.parent;
    const nearest = parent === undefined ? undefined : this.region(parent);
    return nearest === undefined ? [] : [nearest, ...this.parents(nearest.code)];
  }

  /** The regions directly within one, in order of their codes. @param day as in `region` */
  children(code: string, day?: string): readonly Region[] {
    const codes = new Set<RegionCode>(this.#all.filter(({ parent }) => parent === code).map((child) => child.code));
    return [...codes].map((child) => this.region(child, day)).filter((child) => child !== undefined);
  }

  /** All regions of a level, in order of their codes. @param day as in `region` */
  atLevel(level: Region['level'], day?: string): readonly Region[] {
    const codes = new Set<RegionCode>(this.#all.filter((region) => region.level === level).map(({ code }) => code));
    return [...codes].map((code) => this.region(code, day)).filter((region) => region !== undefined);
  }
}
