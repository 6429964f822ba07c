import { loadRegions } from '@jaki/regions';
import { inParallel } from './in-parallel.js';
import { NoAnswer, patiently } from './patiently.js';

/** Where a report lies, as the public reads it. */
export interface FiledPlace {
  readonly kelurahan: string;
  /** The agency in whose queue it is. */
  readonly agency: string;
}

const LANES = 4;

/** Asks the public API where reports ended up. What it does not answer is left out; if nobody is there any more, all. */
export async function readBack(reports: string, ids: readonly string[]): Promise<FiledPlace[]> {
  const regions = loadRegions();
  const placeOf = async (id: string): Promise<FiledPlace[]> => {
    const answer = await patiently(() => fetch(`${reports}/v1/reports/${id}`));
    if (!answer.ok) return [];
    const body = (await answer.json().catch(() => ({}))) as { region?: string; agencyName?: string | null };
    const { region, agencyName } = body;
    if (region === undefined) return [];
    const kelurahan = `${regions.region(region)?.name ?? region} (${region})`;
    return [{ kelurahan, agency: agencyName ?? 'nobody yet: waits at the kelurahan' }];
  };
  // What was filed is filed: its counts are told all the same.
  const places = await inParallel(ids, LANES, placeOf).catch((error: unknown) => {
    if (error instanceof NoAnswer) return [];
    throw error;
  });
  return places.flat();
}
