import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
    ['the hole in Kemayoran', -6.14916, 106.84341, '31.71.02'],
    ['the same hole, at its other end', -6.1504, 106.8602, '31.72.02'],
    ['a quay of Tanjung Priok', -6.1045, 106.883, '31.72.02'],
    ["a harbour's yard in Koja", -6.098, 106.898, '31.72.03'],
    ['a quay in Kalibaru', -6.098, 106.917, '31.72.04'],
    ['the harbour on made land before it', -6.088, 106.915, '31.72.04'],
    ['the made island Pantai Maju', -6.085, 106.737, '31.72.01'],
  ])('finds the nearest kelurahan for %s', (_name, lat, long, district) => {
    expect(regions.locate({ lat, long })?.parent).toBe(district);
  });

  it.each([
    ['Bekasi', -6.2383, 106.9756],
    ['Bekasi, 450 m beyond the border', -6.235, 106.95],
    ['Bekasi, 270 m beyond the border', -6.2836, 106.911],
    ['the coast of Bekasi', -6.098, 106.975],
    ['Depok', -6.4025, 106.7942],
    ['Depok, 660 m beyond the border', -6.3628, 106.8268],
    ['Tangerang', -6.236, 106.708],
    ['the coast of Tangerang', -6.095, 106.709],
    ['the bay, a kilometre from Ancol', -6.11, 106.84],
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

  it('agrees with a plain even-odd test over all polygons, but for the holes and the coast', () => {
    const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(degrees(-6.38, -5.1), degrees(106.3, 107.0), (lat, long) => {
        const plain = plainly(lat, long);
        const found = regions.locate({ lat, long })?.code;
        if (found !== plain) expect([plain, nearby(lat, long)]).toEqual([undefined, true]);
      }),
      { numRuns: 3000, seed: 20170220 },
    );
  });
});

/** True within 2.5 km, the farthest that the data set reaches, of what lies within all boundaries. */
function nearby(lat: number, long: number): boolean {
  const around = Array.from({ length: 360 }, (_, degree) => (degree * Math.PI) / 180);
  return [0.003, 0.01, 0.02].some((reach) =>
    around.some((angle) => plainly(lat + reach * Math.sin(angle), long + reach * Math.cos(angle)) !== undefined),
  );
}

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
