import { audienceOf } from '@jaki/kernel';
import { defineService } from '@jaki/platform';
import { __Service__Config, config } from './config.js';

/** What this service is to the platform. */
export const __service__ = defineService({
  name: '__service__',
  title: '__Service__',
  description: 'What this service is for, in one sentence.',
  audience: audienceOf('__service__'),
  config,
  configType: __Service__Config,
  openApiMetadata: () => import('./generated/metadata.js'),
  migrations: new URL('../prisma/migrations/', import.meta.url),
});
