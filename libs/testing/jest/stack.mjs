// What a project whose tests need real servers exports from its jest.config.mjs. Jest runs one path once, however many
// projects name it: the whole run shares one PostgreSQL and one Kafka.
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = (file) => fileURLToPath(new URL(file, import.meta.url));

const servers = {
  globalSetup: path('./global-setup.mjs'),
  globalTeardown: path('./global-teardown.mjs'),
  testTimeout: 30_000,
};

/** What leads to the servers: the testing library (but for what starts servers of its own), seen from other projects or within. */
const ASKS = /from '(@jaki\/testing|(\.{1,2}\/)+(stack\/|test-database|service\/)[^']*)'/;
const IMPORTS = /(?:from|import) '(\.{1,2}\/[^']+)\.js'/g;

/**
 * Two projects of one: specs that ask for servers, by themselves or by what they import, and specs that do not. Jest
 * starts servers only when a spec of the first kind is to run.
 *
 * @param {string} folder the URL of the project's jest.config.mjs
 * @param {import('jest').Config} config what both have in common
 */
export function splitByServers(folder, config) {
  const rootDir = fileURLToPath(new URL('.', folder));
  const specs = globSync('**/*.spec.ts', { cwd: rootDir, exclude: (name) => SKIPPED.has(name) });
  const asking = specs.map((spec) => resolve(rootDir, spec)).filter((spec) => asksForServers(spec));
  const exactly = asking.map((spec) => `^${spec.replaceAll(/[.\\+*?()[\]{}|^$]/g, '\\$&')}$`);
  const pure = { ...config, rootDir, testPathIgnorePatterns: [...config.testPathIgnorePatterns, ...exactly] };
  const wanted = (spec) => spec.endsWith('.long.spec.ts') === (process.env['LONG'] === 'yes');
  const withServers = { ...config, ...servers, rootDir, testMatch: asking.filter(wanted) };
  return { projects: withServers.testMatch.length > 0 ? [pure, withServers] : [pure] };
}

const SKIPPED = new Set(['node_modules', 'dist', 'planted', 'generated']);

function asksForServers(file, seen = new Set()) {
  if (seen.has(file)) return false;
  seen.add(file);
  const source = sourceOf(file);
  if (ASKS.test(source)) return true;
  const imported = [...source.matchAll(IMPORTS)].map(([, name]) => resolve(file, '..', `${name}.ts`));
  return imported.some((each) => asksForServers(each, seen));
}

function sourceOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // Generated or JavaScript: asks for nothing.
  }
}
