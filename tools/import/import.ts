// `npm run import:reports -- FILE.geojson [--source NAME]`: files each feature as a public flood report, once for ever.
import { atTerminal, withProgress } from './at-terminal.js';
import { readFeatures } from './geojson.js';
import { importFeatures } from './import-features.js';
import { readBack } from './read-back.js';
import { readText } from './read-text.js';
import { settingsFrom } from './settings.js';
import { summaryOf } from './summary.js';

await atTerminal(async () => {
  const settings = settingsFrom(process.argv.slice(2), process.env);
  const features = readFeatures(await readText(settings.file));
  const steps = { total: features.length, of: 'features' };
  const outcomes = await withProgress(steps, (step) => importFeatures(features, settings, step));
  const ids = outcomes.flatMap((outcome) => ('reportId' in outcome ? [outcome.reportId] : []));
  console.log(summaryOf(outcomes, await readBack(settings.reports, ids)));
  return outcomes.some(({ kind }) => kind === 'unsettled') ? 1 : 0;
});
