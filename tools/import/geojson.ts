import { asObject } from './as-object.js';
import { UnusableFile } from './cannot-import.js';

/** One feature as it stands in the file, with its `id` and whatever else it has; its properties are what the source keeps. */
export interface Feature {
  readonly [member: string]: unknown;
  readonly type: 'Feature';
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The message says what is wrong with it as a whole. */
export class NotGeoJson extends UnusableFile {
  override readonly name = 'NotGeoJson';
}

/**
 * Reads a GeoJSON (RFC 7946) FeatureCollection. What is wrong with one feature is that feature's own affair.
 *
 * @throws NotGeoJson when the text is no FeatureCollection
 */
export function readFeatures(text: string): readonly Feature[] {
  const collection = asObject(parse(text));
  if (collection?.['type'] !== 'FeatureCollection' || !Array.isArray(collection['features'])) {
    throw new NotGeoJson('It is JSON, but no GeoJSON FeatureCollection.');
  }
  return collection['features'].map((feature: unknown) => {
    const members = asObject(feature) ?? {};
    const { geometry, properties } = members;
    return { ...members, type: 'Feature', geometry: geometry ?? null, properties: asObject(properties) ?? {} };
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, keepLargeIntegers) as unknown;
  } catch (cause) {
    throw new NotGeoJson('It is no JSON.', { cause });
  }
}

// A database's keys of 64 bits are beyond what a number holds exactly; rounded, two of them would be one.
function keepLargeIntegers(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source ?? '';
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? BigInt(source) : value;
}
