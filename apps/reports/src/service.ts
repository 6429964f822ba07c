import { defineService } from '@jaki/platform';
import { config, ReportsConfig } from './config.js';

/** What this service is to the platform. */
export const reports = defineService({
  name: 'reports',
  title: 'Reports',
  description: "Citizens' reports, from filing to closing.",
  audience: 'urn:jaki:reports',
  config,
  configType: ReportsConfig,
  openApiMetadata: () => import('./generated/metadata.js'),
  migrations: new URL('../prisma/migrations/', import.meta.url),
});
