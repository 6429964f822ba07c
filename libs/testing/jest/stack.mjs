// What a project that needs real servers spreads into its jest.config.mjs. Jest runs one path once, however many
// projects name it: the whole run shares one PostgreSQL and one Kafka.
import { fileURLToPath } from 'node:url';

const path = (file) => fileURLToPath(new URL(file, import.meta.url));

/** @type {import('jest').Config} */
export const stack = {
  globalSetup: path('./global-setup.mjs'),
  globalTeardown: path('./global-teardown.mjs'),
  testTimeout: 30_000,
};
