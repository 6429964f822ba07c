// Made from the files of this folder: npm run generate
export * from './organisation.v1.js';
export * from './topics.js';
