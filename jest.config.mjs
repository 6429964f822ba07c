// What decides is measured: with --coverage (as CI runs it) every domain file must be covered to 95 %, each by itself.
const DOMAIN = 'apps/*/src/**/domain/**/*.ts';

/** @type {import('jest').Config} */
export default {
  projects: ['<rootDir>/libs/*', '<rootDir>/apps/*', '<rootDir>/tools'],
  reporters: ['default', '<rootDir>/tools/jest/totals-reporter.mjs'],
  maxWorkers: 2,
  // Jest takes this from here alone when it runs several projects. Real servers start in seconds, slower on a busy machine.
  testTimeout: 60_000,
  collectCoverageFrom: [DOMAIN],
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: { [`./${DOMAIN}`]: { lines: 95, branches: 95 } },
};
