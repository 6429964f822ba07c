import { audienceOf } from '@jaki/kernel';
import { defineService } from '@jaki/platform';
import { config, IdentityConfig } from './config.js';
import { oauthPaths } from './oidc/openapi-paths.js';

export const identity = defineService({
  name: 'identity',
  title: 'JAKI identity',
  description: 'Who is who and who may act for which organisation. It alone can map one id of a person to another.',
  audience: audienceOf('identity'),
  config,
  configType: IdentityConfig,
  openApiPaths: oauthPaths,
  openApiMetadata: () => import('./generated/metadata.js'),
  migrations: new URL('../prisma/migrations/', import.meta.url),
});
