export * from './cloud-event.js';
export * from './declare-event.js';
export * from './event.js';
export * from './event-types.js';
export * from './events/index.js';
export { type Privacy } from './fields.js';
export { jsonSchema } from './json-schema.js';
export * from './topic.js';
