import { describe, expect, it } from '@jest/globals';
import { canonicalJson, fingerprint } from './canonical-json.js';
import { filingOf } from './filing.js';
import { type Feature, NotGeoJson, readFeatures } from './geojson.js';
import { decode } from './read-text.js';

const feature = (properties: Record<string, unknown>, geometry: unknown = point): Feature => ({
  type: 'Feature',
  geometry,
  properties,
});
const point = { type: 'Point', coordinates: [106.83, -6.17] };

describe('a file to import', () => {
  it('is a GeoJSON FeatureCollection', () => {
    expect(readFeatures('{"type":"FeatureCollection","features":[]}')).toEqual([]);
    expect(() => readFeatures('{"type":"Feature"}')).toThrow(NotGeoJson);
    expect(() => readFeatures('no json')).toThrow(NotGeoJson);
  });

  it('is in UTF-8, with or without a mark at its beginning', () => {
    expect(decode(Buffer.from('\ufeff{"a":"Café"}'))).toBe('{"a":"Café"}');
    expect(() => decode(Buffer.from('Café', 'latin1'))).toThrow('UTF-8');
    expect(() => decode(Buffer.from('Café', 'utf16le'))).toThrow();
  });

  it('keeps a broken feature as one to refuse by itself', () => {
    const [broken] = readFeatures('{"type":"FeatureCollection","features":[null]}');
    expect(broken).toEqual({ type: 'Feature', geometry: null, properties: {} });
  });
});

describe('the reference of a feature', () => {
  it('does not depend on the order of its members', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
    expect(fingerprint({ a: 1, b: 2 })).toBe(fingerprint({ b: 2, a: 1 }));
  });

  it.each([
    ['id beyond what a number holds exactly', '"id":9007199254740992', '"id":9007199254740993'],
    ['id as text and as number', '"id":"1"', '"id":1'],
    ['bounding box', '"bbox":[1,2,3,4]', '"bbox":[1,2,3,5]'],
    ['large key', '"properties":{"gid":12345678901234567890}', '"properties":{"gid":12345678901234567891}'],
  ])('differs when features differ only in their %s', (_name, one, other) => {
    const file = (member: string) => `{"type":"FeatureCollection","features":[{"type":"Feature",${member},
      "geometry":{"type":"Point","coordinates":[106.83,-6.17]}}]}`;
    const [first, second] = [one, other].map((member) => readFeatures(file(member)).map((each) => filingOf(each, 's')));
    expect(first?.[0]?.reference.id).not.toBe(second?.[0]?.reference.id);
  });

  it('differs when anything in the feature differs', () => {
    const one = filingOf(feature({ text: 'Banjir' }), 'petabencana').reference;
    const other = filingOf(feature({ text: 'banjir' }), 'petabencana').reference;
    expect(one.id).not.toBe(other.id);
    expect(one.id).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('two features that differ in their id alone', () => {
  it('are two reports', () => {
    const one = (id: unknown) => ({ type: 'Feature', id, geometry: point, properties: { text: 'a' } });
    const features = readFeatures(JSON.stringify({ type: 'FeatureCollection', features: [0, 1, '1'].map(one) }));
    const ids = features.map((each) => filingOf(each, 'petabencana').reference.id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('the report of a feature', () => {
  it('takes latitude and longitude out of the GeoJSON order', () => {
    expect(filingOf(feature({}), 'petabencana').pin).toEqual({ lat: -6.17, long: 106.83 });
  });

  it('reads a time without zone as UTC and keeps the moment of one with a zone', () => {
    const at = (created_at: string) => filingOf(feature({ created_at }), 'petabencana').observedAt;
    expect(at('2017-02-20T07:58:22.262')).toBe('2017-02-20T07:58:22.262Z');
    expect(at('2017-02-20T14:58:22+07:00')).toBe('2017-02-20T07:58:22.000Z');
  });

  it('says what was told and how deep the water stands', () => {
    const told = (properties: Record<string, unknown>) => filingOf(feature(properties), 'petabencana').description;
    expect(told({ text: ' Jalan tergenang ', report_data: { flood_depth: 40 } })).toBe(
      'Jalan tergenang, kedalaman 40 cm',
    );
    expect(told({ text: '', title: 'Banjir Kemang' })).toBe('Banjir Kemang');
    expect(told({ text: null, report_data: { flood_depth: 40 } })).toBe('Laporan banjir, kedalaman 40 cm');
    expect(told({})).toBe('Laporan banjir');
  });

  it('is refused for a geometry that is no point and for a time that is none', () => {
    expect(() => filingOf(feature({}, { type: 'LineString', coordinates: [[1, 2]] }), 's')).toThrow('not_a_point');
    expect(() => filingOf(feature({}, null), 's')).toThrow('not_a_point');
    expect(() => filingOf(feature({ created_at: 'yesterday' }), 's')).toThrow('unreadable_time');
  });
});
