import { PlatformConfig, readConfig } from '@jaki/platform';

/** What marketplace is configured with, beside what every service is. */
export class MarketplaceConfig extends PlatformConfig {}

/** The only place where this service reads the process's environment. */
export function config(): MarketplaceConfig {
  return readConfig(MarketplaceConfig, process.env);
}
