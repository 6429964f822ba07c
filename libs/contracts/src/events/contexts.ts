// Made from the files of this folder: npm run generate
export * as identity from './identity/index.js';
export * as marketplace from './marketplace/index.js';
export * as reports from './reports/index.js';
