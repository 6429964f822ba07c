export * from './auth.js'; // breaks
export * from './clock.js';
