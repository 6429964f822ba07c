/** @type {import('jest').Config} */
export default {
  projects: ['<rootDir>/libs/*', '<rootDir>/apps/*', '<rootDir>/tools'],
  reporters: ['default', '<rootDir>/tools/jest/totals-reporter.mjs'],
  maxWorkers: 2,
};
