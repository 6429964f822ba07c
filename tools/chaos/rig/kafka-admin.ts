import { type Admin, Kafka, logLevel } from 'kafkajs';
import { type Servers } from '../../dev/servers.js';

/** An admin client past all proxies. */
export async function connectAdmin({ servers }: { readonly servers: Pick<Servers, 'kafka'> }): Promise<Admin> {
  const retry = { retries: 3, initialRetryTime: 100 };
  const admin = new Kafka({ brokers: servers.kafka.brokers, logLevel: logLevel.NOTHING, retry }).admin();
  await admin.connect();
  return admin;
}
