// `npm run import:reports -- FILE.geojson [--source NAME]`: files each feature as a public flood report, once for ever.
import { readFile } from 'node:fs/promises';
import { NotLetIn } from './channel-account.js';
import { decode, NotGeoJson, readFeatures } from './geojson.js';
import { importFeatures } from './import-features.js';
import { NoAnswer } from './patiently.js';
import { showProgress } from './progress.js';
import { readBack } from './read-back.js';
import { CannotImport, settingsFrom } from './settings.js';
import { summaryOf } from './summary.js';

async function main(): Promise<number> {
  const settings = settingsFrom(process.argv.slice(2), process.env);
  const features = readFeatures(decode(await readBytes(settings.file)));
  const progress = showProgress(features.length);
  try {
    const outcomes = await importFeatures(features, settings, progress.step);
    progress.stop();
    const ids = outcomes.flatMap((outcome) => ('reportId' in outcome ? [outcome.reportId] : []));
    console.log(summaryOf(outcomes, await readBack(settings.reports, ids)));
    return outcomes.some(({ kind }) => kind === 'unsettled') ? 1 : 0;
  } finally {
    progress.stop();
  }
}

async function readBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: unknown) => {
    throw new CannotImport(`${file} cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`, {
      cause,
    });
  });
}

/** One sentence for what can be expected to go wrong; a stack for the rest. */
function explain(error: unknown): string {
  if (error instanceof CannotImport || error instanceof NotLetIn) return error.message;
  if (error instanceof NotGeoJson) return `The file cannot be imported: ${error.message}`;
  if (error instanceof NoAnswer) return 'The platform does not answer: is it running (`npm start`)?';
  return error instanceof Error ? String(error.stack) : String(error);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
