import { Injectable } from '@nestjs/common';
import { Database } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { type Box, type PublicFilter, publicReports } from './list-reports.js';

const MOST_PINS = 2000;

/** The newest public reports in a box as a GeoJSON FeatureCollection (RFC 7946: longitude first). */
@Injectable()
export class MapReports {
  constructor(private readonly db: Database<DB>) {}

  async execute(filter: PublicFilter & { bbox: Box }) {
    const rows = await publicReports(this.db.kysely.selectFrom('report'), filter)
      .select(['id', 'number', 'category', 'state', 'filed_at', 'lat', 'long'])
      .orderBy('id', 'desc')
      .limit(MOST_PINS)
      .execute();
    const features = rows.map(({ lat, long, filed_at, id, ...properties }) => ({
      type: 'Feature' as const,
      id,
      geometry: { type: 'Point' as const, coordinates: [long, lat] },
      properties: { ...properties, filedAt: filed_at.toISOString() },
    }));
    return { type: 'FeatureCollection' as const, features };
  }
}
