// npm run api:publish: keeps what each service's REST API promises now, unless a break of it was not agreed to, and makes
// the types of its clients anew. After npm run docs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { serviceNames } from '../dev/local.js';
import { write } from '../schema/generated.js';
import { clientTypes } from './client-types.js';
import { approvedFile, currentApi, MEND, publishedFile, unapproved } from './published.js';

for (const service of serviceNames) {
  const breaks = unapproved(service);
  if (breaks.length > 0) {
    console.error([`${service} breaks its clients:`, ...breaks, `→ ${MEND}`].join('\n'));
    process.exitCode = 1;
    continue;
  }
  mkdirSync(dirname(publishedFile(service)), { recursive: true });
  writeFileSync(publishedFile(service), `${JSON.stringify(currentApi(service), null, 2)}\n`);
  rmSync(approvedFile(service), { force: true });
}

for (const types of await clientTypes()) await write(types);
