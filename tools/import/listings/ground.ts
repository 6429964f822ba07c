import { type Addresses, findPlatform } from '../../dev/addresses.js';
import { chooseFolder } from '../../dev/data-folder.js';
import { startPlatform } from '../../dev/platform.js';
import { CannotImport } from '../cannot-import.js';
import { Marketplace } from './marketplace.js';
import { sellerTokens } from './seller.js';
import { type Settings } from './settings.js';

/** Where an import takes place. */
export interface Ground {
  readonly marketplace: Marketplace;
  /** Of a platform that was started for it. */
  readonly own?: Addresses;
  readonly stop: () => Promise<void>;
}

/**
 * A platform of its own, the one that MARKETPLACE_URL and ACCESS_TOKEN name, or the one that `npm start` runs here.
 *
 * @throws CannotImport when there is none
 */
export async function groundFor({ own, phone }: Settings, env: NodeJS.ProcessEnv): Promise<Ground> {
  if (own) {
    console.error('Starting a platform of its own …');
    const platform = await startPlatform({ quiet: true });
    const { addresses } = platform;
    return { marketplace: asSeller(addresses, phone), own: addresses, stop: () => platform.stop() };
  }
  const stop = () => Promise.resolve();
  const { MARKETPLACE_URL: url, ACCESS_TOKEN: token } = env;
  if (url !== undefined && token !== undefined) {
    return { marketplace: new Marketplace(url, () => Promise.resolve(token)), stop };
  }
  const local = findPlatform(chooseFolder(env).folder);
  if (local !== undefined) return { marketplace: asSeller(local, phone), stop };
  throw new CannotImport(
    'No platform runs here: start one with `npm start`, try it on one of its own with --own, or name another by MARKETPLACE_URL and ACCESS_TOKEN.',
  );
}

function asSeller(addresses: Addresses, phone: string): Marketplace {
  console.error(`Logging in as ${phone}; this takes half a minute when a code was sent just before …`);
  return new Marketplace(addresses.of('marketplace'), sellerTokens(addresses, phone));
}
