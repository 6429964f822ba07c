import { audienceOf } from '@jaki/kernel';
import { defineService } from '@jaki/platform';
import { IdentityConfig, config } from './config.js';

export const identity = defineService({
  name: 'identity',
  title: 'JAKI identity',
  description: 'Who is who and who may act for which organisation. It alone can map one id of a person to another.',
  audience: audienceOf('identity'),
  config: config,
  configType: IdentityConfig,
  openApiMetadata: () => import('./generated/metadata.js'),
  migrations: new URL('../prisma/migrations/', import.meta.url),
});
