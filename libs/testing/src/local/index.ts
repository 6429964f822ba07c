export * from './local.js';
export * from './secret-makers.js';
