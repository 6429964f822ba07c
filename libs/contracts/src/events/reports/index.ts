// Made from the files of this folder: npm run generate
export * from './completion-claimed.v1.js';
export * from './completion-refused.v1.js';
export * from './confirmed.v1.js';
export * from './coordinated.v1.js';
export * from './dispatched.v1.js';
export * from './disputed.v1.js';
export * from './filed.v1.js';
export * from './finish-promised.v1.js';
export * from './rejected.v1.js';
export * from './routed.v1.js';
export * from './topics.js';
export * from './validated.v1.js';
export * from './work-started.v1.js';
