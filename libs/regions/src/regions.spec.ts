import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { type BoundaryFile } from './boundaries.js';
import { InvalidPosition, jakarta, loadRegions } from './index.js';

const regions = loadRegions();

describe("Jakarta's regions", () => {
  it('are one province, six cities and regency, 44 kecamatan and 267 kelurahan', () => {
    const count = (level: 'province' | 'city' | 'district' | 'kelurahan') => regions.atLevel(level).length;
    expect([count('province'), count('city'), count('district'), count('kelurahan')]).toEqual([1, 6, 44, 267]);
  });

  it('are known by their Kemendagri code', () => {
    expect(regions.region('31.71.01.1001')).toEqual({
      code: '31.71.01.1001',
      name: 'Gambir',
      level: 'kelurahan',
      parent: '31.71.01',
    });
    expect(regions.region('31.99')).toBeUndefined();
  });

  it('lead outwards from a kelurahan to the province', () => {
    expect(regions.parents('31.71.01.1001').map(({ name, level }) => [name, level])).toEqual([
      ['Gambir', 'district'],
      ['Kota Administrasi Jakarta Pusat', 'city'],
      ['Daerah Khusus Ibukota Jakarta', 'province'],
    ]);
    expect(regions.parents('31')).toEqual([]);
    expect(regions.parents('99')).toEqual([]);
  });

  it('lead inwards, in order of their codes', () => {
    expect(regions.children('31').map(({ code }) => code)).toEqual([
      '31.01',
      '31.71',
      '31.72',
      '31.73',
      '31.74',
      '31.75',
    ]);
    expect(regions.children('31.71.01.1001')).toEqual([]);
  });
});

describe('locating a position', () => {
  it.each([
    ['Monas, in Gambir', -6.1754, 106.8272, '31.71.01.1001'],
    ['the harbour of Pulau Pramuka', -5.7455, 106.6135, '31.01.01.1001'],
    ['Kota Tua, in Pinangsia', -6.1352, 106.8133, '31.73.03.1008'],
  ])('finds %s', (_name, lat, long, code) => {
    expect(regions.locate({ lat, long })?.code).toBe(code);
  });

  it.each([
    ['Bekasi', -6.2383, 106.9756],
    ['the Java Sea', -5.95, 106.85],
    ['the north pole', 90, 0],
    ['the south pole', -90, 180],
    ['latitude and longitude the wrong way round', 6.1754, -106.8272],
  ])('finds nothing in %s', (_name, lat, long) => {
    expect(regions.locate({ lat, long })).toBeUndefined();
  });

  it.each([
    [NaN, 106.8],
    [-6.1, NaN],
    [Infinity, 106.8],
    [-90.000001, 106.8],
    [-6.1, 180.000001],
  ])('refuses %d, %d, which is no place on earth', (lat, long) => {
    expect(() => regions.locate({ lat, long })).toThrow(InvalidPosition);
  });

  it('agrees with a plain even-odd test over all polygons, but for gaps between them', () => {
    const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(degrees(-6.38, -5.1), degrees(106.3, 107.0), (lat, long) => {
        const code = regions.locate({ lat, long })?.code;
        // How gaps are filled is said in gaps.spec.ts.
        expect(plainly(lat, long) ?? code).toBe(code);
      }),
      { numRuns: 3000, seed: 20170220 },
    );
  });
});

const { features } = JSON.parse(readFileSync(new URL('kelurahan.geojson', jakarta), 'utf8')) as BoundaryFile;

/** The slow way, shared with nothing: cast a ray through every edge of every polygon. */
function plainly(lat: number, long: number): string | undefined {
  const crosses = ([x1 = 0, y1 = 0]: number[], [x2 = 0, y2 = 0]: number[]) =>
    y1 > lat !== y2 > lat && long < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1;
  const inside = (rings: number[][][]) =>
    rings.flatMap((ring) => ring.filter((point, i) => crosses(point, ring[(i + 1) % ring.length]!))).length % 2 === 1;
  return features.find(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).some(inside),
  )?.properties.code;
}
