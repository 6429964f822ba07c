import { audienceOf } from '@jaki/kernel';
import { defineService } from '@jaki/platform';
import { config, MarketplaceConfig } from './config.js';

/** What this service is to the platform. */
export const marketplace = defineService({
  name: 'marketplace',
  title: 'Marketplace',
  description:
    'Micro-businesses, farmers, fishers and market stalls: who may sell on the platform, and what everybody may know of them.',
  audience: audienceOf('marketplace'),
  config,
  configType: MarketplaceConfig,
  openApiMetadata: () => import('./generated/metadata.js'),
  migrations: new URL('../prisma/migrations/', import.meta.url),
});
