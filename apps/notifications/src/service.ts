import { defineService } from '@jaki/platform';
import { config, NotificationsConfig } from './config.js';

export const notifications = defineService({
  name: 'notifications',
  title: 'Notifications',
  description: 'Inboxes of people and organisations, filled from events alone.',
  audience: 'urn:jaki:notifications',
  config,
  configType: NotificationsConfig,
  migrations: new URL('../prisma/migrations/', import.meta.url),
  openApiMetadata: () => import('./generated/metadata.js'),
});
