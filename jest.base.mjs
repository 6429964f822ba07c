// What every project's tests share: TypeScript by swc straight from source (no build needed), ES modules, and the
// same export condition that `npm start` uses.
import { readFileSync } from 'node:fs';
import './tools/jest/with-modules.mjs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

// `npm run test:long` runs what takes a minute or more by itself and is left out of `npm test`.
const wanted =
  process.env['LONG'] === 'yes' ? ['<rootDir>/**/*.long.spec.ts'] : ['<rootDir>/**/*.spec.ts', '!**/*.long.spec.ts'];

/** @type {import('jest').Config} */
export const base = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@jaki/source', 'node', 'node-addons'] },
  testMatch: wanted,
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/planted/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false, sourceMaps: 'inline' }] },
  // CommonJS packages that require() Nest fail in Jest only ("require() ES Module in a cycle") unless Nest is loaded first.
  setupFiles: [new URL('./tools/jest/setup.mjs', import.meta.url).pathname],
};
