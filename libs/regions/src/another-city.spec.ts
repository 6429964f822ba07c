import { describe, expect, it } from '@jest/globals';
import { type BoundaryFile } from './boundaries.js';
import { parseRegions } from './load-regions.js';
import { isRegionCode } from './region.js';
import { Regions } from './regions.js';

const square = (code: string, west: number): BoundaryFile['features'][number] => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [west + 1, 0],
        [west + 1, 1],
        [west, 1],
        [west, 0],
      ],
    ],
  },
});

/** A square ring around the point that has the same latitude and longitude. */
const around = (middle: number, half: number): number[][] => {
  const [low, high] = [middle - half, middle + half];
  return [
    [low, low],
    [low, high],
    [high, high],
    [high, low],
    [low, low],
  ];
};

const codes = `code,name,valid_from,valid_to
99,Kota Contoh,,
99.01,Tengah,,
99.01.01,Timur,,
99.01.01.1002,Kanan,,
99.01.01.1001,Kiri Lama,,2020-03-01
99.01.01.1001,Kiri,2020-03-01,
99.01.01.1003,Dihapus,,2020-03-01
`;
const boundaries: BoundaryFile = {
  type: 'FeatureCollection',
  features: [square('99.01.01.1002', 1), square('99.01.01.1001', 0)],
};
const city = new Regions({ regions: parseRegions(codes), boundaries });

describe('another city', () => {
  it('is another data set and no other code', () => {
    expect(city.locate({ lat: 0.5, long: 0.5 })?.name).toBe('Kiri');
    expect(city.locate({ lat: 0.5, long: 1.5 })?.name).toBe('Kanan');
    expect(city.locate({ lat: -6.1754, long: 106.8272 })).toBeUndefined();
  });

  it('gives a position on a common edge to one side, always the same', () => {
    expect(city.locate({ lat: 0.5, long: 1 })?.code).toBe('99.01.01.1001');
  });

  it('goes on in a hole between its boundaries, and ends at its border', () => {
    const whole = square('99.01.01.1002', 0);
    const [outline] = whole.geometry.coordinates as number[][][];
    const coordinates = [outline!, around(0.5, 0.006), around(0.1, 0.03)];
    const file: BoundaryFile = {
      type: 'FeatureCollection',
      features: [{ ...whole, geometry: { type: 'Polygon', coordinates } }],
    };
    const city = new Regions({ regions: parseRegions(codes), boundaries: file });
    expect(city.locate({ lat: 0.5, long: 0.5 })?.name).toBe('Kanan');
    expect(city.locate({ lat: 0.5059, long: 0.4941 })?.name).toBe('Kanan');
    expect(city.locate({ lat: 0.1, long: 0.1 })).toBeUndefined();
    expect(city.locate({ lat: 0.5, long: -0.0001 })).toBeUndefined();
  });

  it('goes on beyond its border only where its data set says so, and as far', () => {
    const [west] = square('', 1.9).geometry.coordinates as number[][][];
    const area = (reachMetres: number) => ({
      type: 'FeatureCollection' as const,
      features: [
        {
          type: 'Feature' as const,
          properties: { reachMetres },
          geometry: { type: 'Polygon' as const, coordinates: [west!] },
        },
      ],
    });
    const city = new Regions({ regions: parseRegions(codes), boundaries, beyond: area(500) });
    expect(city.locate({ lat: 0.5, long: 2.004 })?.name).toBe('Kanan');
    expect(city.locate({ lat: 0.5, long: 2.005 })).toBeUndefined();
    expect(city.locate({ lat: 0.5, long: -0.004 })).toBeUndefined();
    expect(() => new Regions({ regions: [], boundaries, beyond: area(0) })).toThrow(TypeError);
  });

  it('remembers what a code meant before a decree changed it', () => {
    expect(city.region('99.01.01.1001', '2020-02-29')?.name).toBe('Kiri Lama');
    expect(city.region('99.01.01.1001', '2020-03-01')?.name).toBe('Kiri');
    expect(city.region('99.01.01.1001')?.name).toBe('Kiri');
  });

  it('leaves out of a day what was not in force on it', () => {
    const names = (day?: string) => city.children('99.01.01', day).map(({ name }) => name);
    expect(names('2020-02-29')).toEqual(['Kiri Lama', 'Kanan', 'Dihapus']);
    expect(names('2020-03-01')).toEqual(['Kiri', 'Kanan']);
    expect(city.atLevel('kelurahan', '2020-03-01')).toHaveLength(2);
    expect(city.region('99.01.01.1003', '2020-03-01')).toBeUndefined();
  });

  it.each([
    ['another header', 'code;name\n'],
    ['a code of no level', `code,name,valid_from,valid_to\n99.01.01.1001.7,X,,\n`],
    ['no name', `code,name,valid_from,valid_to\n99,,,\n`],
    ['no day', `code,name,valid_from,valid_to\n99,X,yesterday,\n`],
    ['a comma too many', `code,name,valid_from,valid_to\n99,X,,,\n`],
  ])('is refused when its list has %s', (_fault, csv) => {
    expect(() => parseRegions(csv)).toThrow(TypeError);
  });

  it('is refused when a region or a boundary hangs in the air', () => {
    const regions = parseRegions('code,name,valid_from,valid_to\n99.01,X,,');
    expect(() => new Regions({ regions, boundaries })).toThrow('region 99.01 has no 99');
    expect(() => new Regions({ regions: [], boundaries })).toThrow('no kelurahan 99.01.01.1002');
  });
});

describe('a region code', () => {
  it('has up to four parts of letters and digits', () => {
    expect(['31', '31.71', '31.71.01', '31.71.01.1001', 'EL.Nord.7a'].every(isRegionCode)).toBe(true);
    expect(['', '31.', '.31', '31..01', '31.71.01.1001.01', ' 31', 'Bad Elbe', '3-1'].some(isRegionCode)).toBe(false);
  });
});
