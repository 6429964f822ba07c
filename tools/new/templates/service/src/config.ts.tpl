import { PlatformConfig, readConfig } from '@jaki/platform';

/** What __service__ is configured with, beside what every service is. */
export class __Service__Config extends PlatformConfig {}

/** The only place where this service reads the process's environment. */
export function config(): __Service__Config {
  return readConfig(__Service__Config, process.env);
}
