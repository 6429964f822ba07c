import { asObject } from './as-object.js';
import { fingerprint } from './canonical-json.js';
import { type Feature } from './geojson.js';
import { readMoment } from './moment.js';

/** The body of `POST /v1/reports` for one feature. */
export interface Filing {
  readonly category: 'flood';
  readonly description: string;
  readonly pin: { readonly lat: number; readonly long: number };
  readonly visibility: 'public';
  readonly observedAt?: string;
  /** Names the feature for ever, so that it is filed once however often it is imported. */
  readonly reference: { readonly source: string; readonly id: string };
}

/** A feature that no report can be made of, with the reason as a code. */
export class NoReport extends Error {
  override readonly name = 'NoReport';
  constructor(readonly code: 'not_a_point' | 'unreadable_time') {
    super(code);
  }
}

const LONGEST_DESCRIPTION = 4000;

/**
 * The report that a feature tells of. It understands `text`, `title`, `created_at` and `report_data.flood_depth` (in
 * centimetres), all optional.
 *
 * @throws NoReport when the geometry is no point or the time is none
 */
export function filingOf(feature: Feature, source: string): Filing {
  return {
    category: 'flood',
    description: descriptionOf(feature),
    pin: pinOf(feature.geometry),
    visibility: 'public',
    ...observedAtOf(feature.properties['created_at']),
    reference: { source, id: fingerprint(feature) },
  };
}

function pinOf(geometry: unknown): Filing['pin'] {
  const point = asObject(geometry);
  const [long, lat] = Array.isArray(point?.['coordinates']) ? (point['coordinates'] as unknown[]) : [];
  if (point?.['type'] !== 'Point' || typeof long !== 'number' || typeof lat !== 'number') {
    throw new NoReport('not_a_point');
  }
  return { lat, long };
}

function descriptionOf({ properties }: Feature): string {
  const depth = asObject(properties['report_data'])?.['flood_depth'];
  const measured = typeof depth === 'number' ? `kedalaman ${depth} cm` : undefined;
  const told = textOf(properties['text']) ?? textOf(properties['title']);
  const description = [told ?? 'Laporan banjir', measured].filter((part) => part !== undefined).join(', ');
  return description.slice(0, LONGEST_DESCRIPTION).toWellFormed();
}

// PostgreSQL's text holds no NUL, so the platform refuses it; a stray one in an old export carries no meaning.
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
  return text === '' ? undefined : text;
}

function observedAtOf(value: unknown): { observedAt?: string } {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string') throw new NoReport('unreadable_time');
  const time = readMoment(value);
  if (time === undefined) throw new NoReport('unreadable_time');
  return { observedAt: time.toISOString() };
}
