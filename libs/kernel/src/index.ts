export * from './assert-never.js';
export * from './clock.js';
export * from './day.js';
export * from './domain-error.js';
export * from './ids.js';
export * from './moment.js';
export * from './money.js';
export * from './recipient-seal.js';
