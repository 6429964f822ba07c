import { type RunningStack, stackAddresses } from './addresses.js';

/** Servers that somebody else runs: TEST_DATABASE_URL (a superuser) and TEST_KAFKA_BROKERS. */
export function externalStack(): Promise<RunningStack> {
  return Promise.resolve({ ...stackAddresses(), stop: () => Promise.resolve() });
}
