// Made from the files of this folder: npm run generate
export * from './business-applied.v1.js';
export * from './business-closed.v1.js';
export * from './business-payment-code-registered.v1.js';
export * from './business-refused.v1.js';
export * from './business-resubmitted.v1.js';
export * from './business-resumed.v1.js';
export * from './business-returned.v1.js';
export * from './business-suspended.v1.js';
export * from './business-verified.v1.js';
export * from './topics.js';
