import { existsSync } from 'node:fs';
import { projects } from '../schema/projects.js';

/** The root `tsconfig.json`: every project that `tsc -b` builds, and every project's tests. */
export function rootReferences(): string {
  const names = projects().map(({ name }) => name);
  const withTests = projects().filter(({ folder }) => existsSync(new URL('tsconfig.spec.json', folder)));
  const paths = [...names, ...withTests.map(({ name }) => `${name}/tsconfig.spec.json`), 'tools'];
  return JSON.stringify({ files: [], references: paths.map((path) => ({ path })) });
}
