// Made from the files of this folder: npm run generate
export * from './identity/index.js';
export * from './marketplace/index.js';
export * from './reports/index.js';
