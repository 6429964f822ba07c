export { embeddedKafka, type EmbeddedKafka } from './embedded/kafka.js';
export { embeddedPostgres, type EmbeddedPostgres } from './embedded/postgres.js';
export * from './eventually.js';
export * from './stack/addresses.js';
export { temporaryFolder } from './stack/embedded-stack.js';
export * from './test-database.js';
export * from './test-issuer.js';
export * from './topic-prefix.js';
