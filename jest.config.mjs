import { globSync } from 'node:fs';
import './tools/jest/with-modules.mjs';

// What decides is measured: with --coverage (as CI runs it) every domain file must be covered to 95 %, each by itself.
const DOMAIN = 'apps/*/src/**/domain/**/*.ts';

// Projects by folder; some are two, see libs/testing/jest/stack.mjs.
const folders = globSync(['libs/*', 'apps/*', 'tools'], { cwd: import.meta.dirname });
const configs = await Promise.all(folders.map((folder) => import(`./${folder}/jest.config.mjs`)));
const projects = configs.flatMap(({ default: config }, index) => config.projects ?? `<rootDir>/${folders[index]}`);

/** @type {import('jest').Config} */
export default {
  projects,
  reporters: ['default', '<rootDir>/tools/jest/totals-reporter.mjs'],
  maxWorkers: 2,
  // Jest takes this from here alone when it runs several projects. Real servers start in seconds, slower on a busy machine.
  testTimeout: 60_000,
  // A spec of another project than the one that looks is no code to be covered either.
  collectCoverageFrom: [DOMAIN, '!**/*.spec.ts'],
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { [`./${DOMAIN}`]: { lines: 95, branches: 95 } },
};
