// npm run contracts:publish: keeps what the contracts promise now as a version, for ever. It goes by what changed: a new
// field or event is a minor version, other words a patch; a break is refused. For a major version (which may leave events
// out that nobody announces any more) write it into libs/contracts/package.json first.
import { readFileSync, writeFileSync } from 'node:fs';
import { gate, MEND } from './gate.js';
import { contractsFolder, currentContracts, publishedContracts, publishedFolder } from './published.js';
import { versionToPublish } from './version-to-publish.js';

const root = new URL('../../', import.meta.url);
const current = currentContracts();
const published = publishedContracts();
const version = versionToPublish(current, published);

if (version === undefined) {
  console.log(`nothing has changed since ${current.version}`);
} else {
  const faults = gate({ ...current, version }, published).filter((fault) => !fault.endsWith('were not published'));
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) publish(version);
  else {
    console.error(`→ ${MEND}`);
    process.exitCode = 1;
  }
}

function publish(version: string): void {
  writeFileSync(new URL(`${version}.json`, publishedFolder), `${JSON.stringify({ ...current, version }, null, 2)}\n`);
  setVersion(new URL('package.json', contractsFolder), (file) => file, version);
  setVersion(new URL('package-lock.json', root), ({ packages }) => packages?.['libs/contracts'], version);
  console.log(
    `contracts ${version} are published: commit libs/contracts, write a line into CHANGELOG.md, npm run docs`,
  );
}

interface Versioned {
  version?: string;
  readonly packages?: Record<string, Versioned>;
}

function setVersion(file: URL, find: (json: Versioned) => Versioned | undefined, version: string): void {
  const json = JSON.parse(readFileSync(file, 'utf8')) as Versioned;
  Object.assign(find(json) ?? {}, { version });
  writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);
}
