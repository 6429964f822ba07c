// npm run contracts:publish [-- <context>@<version>]: keeps what each context's contracts promise now as a version, for
// ever. It goes by what changed: a new field or event is a minor version, other words a patch; a break is refused, and a
// context that has not changed keeps its version. A major version, which may leave events out that nobody announces any
// more, is named: npm run contracts:publish -- reports@2.0.0
import { mkdirSync, writeFileSync } from 'node:fs';
import { gate, MEND } from './gate.js';
import { type ContextContracts, contractsByContext, publishedFolder } from './published.js';
import { versionToPublish } from './version-to-publish.js';

const named = new Map(process.argv.slice(2).map((argument) => argument.split('@', 2) as [string, string]));

for (const one of contractsByContext()) {
  const asked = { ...one.current, version: named.get(one.context) ?? one.current.version };
  const version = versionToPublish(asked, one.published);
  if (version === undefined) console.log(`${one.context} ${one.current.version}: nothing has changed`);
  else publish({ ...one, current: { ...asked, version } });
}

function publish({ context, current, published }: ContextContracts): void {
  const faults = gate({ context, current, published }).filter((fault) => !fault.endsWith('were not published'));
  if (faults.length > 0) {
    console.error([...faults, `→ ${MEND}`].join('\n'));
    process.exitCode = 1;
    return;
  }
  const folder = new URL(`${context}/`, publishedFolder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${current.version}.json`, folder), `${JSON.stringify(current, null, 2)}\n`);
  console.log(`${context} ${current.version} is published: commit it, write a line into CHANGELOG.md, npm run docs`);
}
