import { accessTokens } from './channel-account.js';
import { fileReport } from './file-report.js';
import { type Filing, filingOf, NoReport } from './filing.js';
import { type Feature } from './geojson.js';
import { inParallel } from './in-parallel.js';
import { type Outcome } from './outcome.js';
import { type Settings } from './settings.js';

/** Few enough to leave the service to others, enough to hide the way there and back. */
const LANES = 4;

/**
 * Files each feature that is not there yet. Runs again without harm: what is there is found by its reference.
 *
 * @param told called after each feature
 * @returns what became of each, in the order of the features
 * @throws NotLetIn, or NoAnswer when identity is not there
 */
export async function importFeatures(
  features: readonly Feature[],
  { source, reports, account }: Omit<Settings, 'file'>,
  told: () => void = () => undefined,
): Promise<Outcome[]> {
  const token = accessTokens(account, 'urn:jaki:reports');
  // Before anything else, so that a wrong secret or a dead platform is said once and not for each feature.
  await token();
  return inParallel(features, LANES, async (feature) => {
    const filing = tryToRead(feature, source);
    const outcome = filing instanceof NoReport ? refused(filing) : await fileReport(reports, token, filing);
    told();
    return outcome;
  });
}

function tryToRead(feature: Feature, source: string): Filing | NoReport {
  try {
    return filingOf(feature, source);
  } catch (error) {
    if (error instanceof NoReport) return error;
    throw error;
  }
}

function refused({ code }: NoReport): Outcome {
  return { kind: 'refused', code };
}
