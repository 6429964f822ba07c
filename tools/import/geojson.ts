/** One feature as it stands in the file; its properties are whatever the source keeps. */
export interface Feature {
  readonly type: 'Feature';
  /** The key that the source gave it, if it did. */
  readonly id?: string | number;
  readonly geometry: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The file as a whole cannot be imported. The message is one sentence for the person at the terminal. */
export class NotGeoJson extends Error {
  override readonly name = 'NotGeoJson';
}

/**
 * The text of a file, which is UTF-8 as RFC 8259 wants it; a mark at its beginning is skipped.
 *
 * @throws NotGeoJson when it is in another encoding, in which letters would be lost
 */
export function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new NotGeoJson('It is not in UTF-8: save it in that encoding.', { cause });
  }
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
    const { id, geometry, properties } = asObject(feature) ?? {};
    const key = typeof id === 'string' || typeof id === 'number' ? { id } : {};
    return { type: 'Feature', ...key, geometry: geometry ?? null, properties: asObject(properties) ?? {} };
  });
}

/** The value when it is a JSON object. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new NotGeoJson('It is no JSON.', { cause });
  }
}
