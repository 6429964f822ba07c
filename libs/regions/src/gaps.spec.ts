import { describe, expect, it } from '@jest/globals';
import { loadRegions } from './load-regions.js';

const jakarta = loadRegions();
const at = (lat: number, long: number) => jakarta.locate({ lat, long })?.name;

describe('a position in no kelurahan of the data', () => {
  it.each([
    ['a gap between two of them, in the middle of Kemayoran', -6.14916, 106.84341, 'Gunung Sahari Utara'],
    ['a quay of the harbour on made land', -6.1045, 106.883, 'Tanjung Priok'],
    ['a dock', -6.1235, 106.8424, expect.any(String)],
  ])('lies in the nearest one when the city is all round, or its data set says so: %s', (_, lat, long, name) => {
    expect(at(lat, long)).toEqual(name);
  });

  it.each([
    ['Bekasi', -6.245, 106.978],
    ['Bekasi, right behind the border', -6.224, 106.9735],
    ['Depok', -6.39, 106.82],
    ['Depok, near the border', -6.374, 106.83],
    ['Tangerang', -6.178, 106.63],
    ['a part of Tangerang that looks on Jakarta nearly all round', -6.1154, 106.7034],
    ['a part of Depok between two of Jakarta', -6.3436, 106.8364],
    ['the open sea', -6.06, 106.83],
    ['the sea between islands', -5.7, 106.6],
    ['a pole', -90, 0],
  ])('lies outside: %s', (_, lat, long) => {
    expect(at(lat, long)).toBeUndefined();
  });
});
