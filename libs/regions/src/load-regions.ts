import { existsSync, readFileSync } from 'node:fs';
import { type BeyondFile } from './beyond.js';
import { type BoundaryFile } from './boundaries.js';
import { isRegionCode, levelOf, parentOf, type Region } from './region.js';
import { Regions } from './regions.js';

/** The data set of Jakarta, the default city. Another city is another folder with the same files. */
export const jakarta = new URL('../data/jakarta/', import.meta.url);

/**
 * Reads a city's regions: `regions.csv` (code, name, valid_from, valid_to), `kelurahan.geojson`, and when the city has
 * land beyond its boundaries, `beyond.geojson`.
 * Takes about 10 ms for Jakarta, so do it once, at start.
 *
 * @throws TypeError naming the line when the data set is broken
 */
export function loadRegions(dataSet: URL = jakarta): Regions {
  const read = (file: string) => readFileSync(new URL(file, dataSet), 'utf8');
  const boundaries = JSON.parse(read('kelurahan.geojson')) as BoundaryFile;
  const beyond = existsSync(new URL('beyond.geojson', dataSet))
    ? (JSON.parse(read('beyond.geojson')) as BeyondFile)
    : undefined;
  return new Regions({ regions: parseRegions(read('regions.csv')), boundaries, ...(beyond && { beyond }) });
}

const HEADER = 'code,name,valid_from,valid_to';

/** Exported for the tests of what it refuses. */
export function parseRegions(csv: string): Region[] {
  const [header, ...lines] = csv.trimEnd().split(/\r?\n/);
  if (header !== HEADER) throw new TypeError(`regions.csv must begin with "${HEADER}"`);
  return lines.map(parseLine).sort((a, b) => order(a.code, b.code) || order(a.validFrom ?? '', b.validFrom ?? ''));
}

const DAY = /^(\d{4}-\d{2}-\d{2})?$/;

function parseLine(line: string, index: number): Region {
  const [code = '', name = '', from = '', to = '', ...more] = line.split(',');
  if (!isRegionCode(code) || name === '' || !DAY.test(from) || !DAY.test(to) || more.length > 0) {
    throw new TypeError(`regions.csv line ${index + 2} is no region: ${line}`);
  }
  const parent = parentOf(code);
  return {
    code,
    name,
    level: levelOf(code),
    ...(parent === undefined ? {} : { parent }),
    ...(from === '' ? {} : { validFrom: from }),
    ...(to === '' ? {} : { validTo: to }),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
