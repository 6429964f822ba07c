import { defineService } from '@jaki/platform';
import { Config, config } from './config.js';

/** What this service is to the platform. */
export const reports = defineService({
  name: 'reports',
  title: 'Reports',
  description: "Citizens' reports, from filing to closing.",
  audience: 'urn:jaki:reports',
  config,
  configType: Config,
  migrations: new URL('../prisma/migrations/', import.meta.url),
});
