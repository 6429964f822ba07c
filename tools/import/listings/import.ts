// `npm run import:listings -- FILE.csv [--phone +62…] [--own]`: hands a seller's catalogue in, each listing once.
import { atTerminal, withProgress } from '../at-terminal.js';
import { readText } from '../read-text.js';
import { catalogueOf } from './catalogue.js';
import { nameCells, type NamedRow } from './columns.js';
import { readRows } from './csv.js';
import { type Ground, groundFor } from './ground.js';
import { importListings } from './import-listings.js';
import { settingsFrom } from './settings.js';
import { summaryOf } from './summary.js';
import { makeVerifiedBusiness } from './verified-business.js';
import { ONLY_ONE, whoseAmong } from './whose.js';

await atTerminal(async () => {
  const settings = settingsFrom(process.argv.slice(2));
  // Before any platform is looked for: the file may be none.
  const { rows, faults } = nameCells(readRows(await readText(settings.file)));
  const ground = await groundFor(settings, process.env);
  try {
    const { marketplace } = ground;
    await marketplace.logIn();
    await prepare(ground, rows);
    const read = catalogueOf(rows, whoseAmong(await marketplace.businesses()));
    const steps = { total: read.drafts.length, of: 'listings' };
    const outcomes = await withProgress(steps, (step) => importListings(read.drafts, marketplace, step));
    console.log(summaryOf({ ...read, faults: [...faults, ...read.faults] }, outcomes));
    return outcomes.some(({ kind }) => kind === 'unsettled') ? 1 : 0;
  } finally {
    await ground.stop();
  }
});

async function prepare({ own, marketplace }: Ground, rows: readonly NamedRow[]): Promise<void> {
  const wanted = rows.some(({ cells }) => cells.business === ONLY_ONE);
  if (own !== undefined && wanted) await makeVerifiedBusiness(marketplace, own);
}
