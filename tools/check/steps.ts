import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { violations } from '../architecture/rule.js';
import { rules } from '../architecture/rules/index.js';
import { readTree } from '../architecture/source-tree.js';
import { faultsPageIsStale } from '../chaos/kept-records.js';
import { contractsByContext } from '../contracts/published.js';
import { compatibilityStep } from '../contracts/step.js';
import { asyncApiFaults } from '../docs/async-api-faults.js';
import { stale } from '../docs/folder.js';
import { openApiFaults } from '../docs/open-api-faults.js';
import { pages } from '../docs/pages/index.js';
import { canFuzz, fuzzFaults } from '../rest/fuzz.js';
import { MEND, restGate } from '../rest/published.js';
import { BLIND_SPOTS } from '../schema/drift.js';
import { drifts } from '../schema/drifts.js';
import { isStale } from '../schema/generated.js';
import { generatedFiles } from '../schema/generated-files.js';
import { alertFaults } from './alerts.js';
import { command } from './command.js';
import { deadLinks } from './links.js';
import { lockFileFaults } from './lock-file.js';
import { onScratchServer } from './scratch-server.js';
import { type Step } from './step.js';

const root = new URL('../../', import.meta.url).pathname;

/** Everything that must hold beside the tests, the quick ones first. */
export const steps: readonly Step[] = [
  {
    name: 'the lock file names no registry',
    faults: () => lockFileFaults(readFileSync(`${root}package-lock.json`, 'utf8')),
  },
  { name: 'links in documents lead somewhere', faults: () => deadLinks(root, markdownFiles()) },
  {
    name: 'structural rules are kept',
    faults: () => violations(rules, readTree(root)).map(({ rule, at, breaks }) => `${at} ${breaks} (${rule})`),
    mend: 'docs/generated/rules.md says what each rule is for',
  },
  compatibilityStep(contractsByContext),
  {
    name: 'docs/generated is as the code says',
    faults: async () => stale(`${root}docs/generated`, await pages(readTree(root))),
    mend: 'npm run docs',
  },
  {
    name: 'docs/faults.md is as the kept runs say',
    faults: async () => ((await faultsPageIsStale()) ? ['docs/faults.md differs from tools/chaos/results.json'] : []),
    mend: 'npm run chaos -- --row N writes both',
  },
  { name: 'REST APIs keep what was published', faults: restGate, mend: MEND },
  { name: 'OpenAPI documents are of use', faults: openApiFaultsOfAll, mend: 'they are made from controllers and DTOs' },
  {
    name: 'AsyncAPI takes docs/generated/asyncapi.json',
    faults: () => asyncApiFaults(readFileSync(`${root}docs/generated/asyncapi.json`, 'utf8')),
    mend: 'tools/docs/pages/async-api.ts makes it',
  },
  { name: 'services answer as their documents say, where schemathesis is installed', faults: fuzzIfPossible },
  { name: 'alert rules are sound and fire when they should', faults: () => alertFaults(`${root}operations`) },
  {
    name: 'generated code is as schema.prisma and the DTOs say',
    faults: staleCode,
    mend: 'npm run generate',
  },
  {
    name: 'migrations lead to schema.prisma',
    faults: () => onScratchServer(drifts),
    mend: `add a migration or mend schema.prisma; not compared: ${BLIND_SPOTS}`,
  },
  { name: 'files are formatted', faults: () => command('prettier', '--check', '.'), mend: 'npm run format' },
  { name: 'types are right', faults: () => command('tsc', '-b', '--pretty', 'false') },
  { name: 'lint', faults: lint },
];

/** ESLint's boundary rule is silently skipped without a fresh project graph, so that is made first. */
async function lint(): Promise<readonly string[]> {
  const graph = await command('nx', 'show', 'projects');
  return graph.length > 0 ? graph : command('eslint', '.');
}

/** It takes a platform of its own and more than a minute. */
async function fuzzIfPossible(): Promise<string[]> {
  return canFuzz() ? fuzzFaults() : [];
}

async function openApiFaultsOfAll(): Promise<string[]> {
  const folder = `${root}docs/generated/openapi/`;
  const faults = readdirSync(folder).map((file) => openApiFaults(file, readFileSync(folder + file, 'utf8')));
  return (await Promise.all(faults)).flat();
}

async function staleCode(): Promise<string[]> {
  const faults = [];
  for (const generated of await generatedFiles()) {
    if (await isStale(generated)) faults.push(generated.file.pathname.slice(root.length));
  }
  return faults;
}

/** Tracked and new ones, but nothing that is ignored. */
function markdownFiles(): string[] {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root });
  return list.toString().trim().split('\n');
}
