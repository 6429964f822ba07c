import { join } from 'node:path';
import {
  type EmbeddedKafka,
  embeddedKafka,
  type EmbeddedPostgres,
  embeddedPostgres,
  type ProxiedListener,
} from '@jaki/testing/embedded';
import { prepareDatabases } from './databases.js';
import { type Print } from './output.js';
import { serviceNames, type ServiceSurroundings } from './services.js';
import { prepareTopics } from './topics.js';
import { type UndoStack } from './undo-stack.js';

export interface Servers {
  readonly postgres: EmbeddedPostgres;
  readonly kafka: EmbeddedKafka;
}

export interface ServerEquipment {
  readonly undo: UndoStack;
  readonly progress: Print;
  readonly durable?: boolean;
  /** Further ports of Kafka, behind proxies. */
  readonly proxied?: readonly ProxiedListener[];
}

/** Starts PostgreSQL and Kafka side by side and makes the roles, databases and topics that are not there yet. */
export async function startServers(
  surroundings: ServiceSurroundings,
  { undo, progress, durable = true, proxied = [] }: ServerEquipment,
): Promise<Servers> {
  const { folder, ports, secrets } = surroundings;
  const startPostgres = async () => {
    const options = { folder: join(folder, 'postgres'), port: ports.of('postgres'), durable };
    const postgres = await embeddedPostgres({ ...options, password: secrets.read('postgres', 'PASSWORD') });
    undo.push(() => postgres.stop());
    await prepareDatabases(postgres.url, passwords(surroundings));
    return postgres;
  };
  const startKafka = async () => {
    const kafka = await embeddedKafka({ folder: join(folder, 'kafka'), port: ports.of('kafka'), progress, proxied });
    undo.push(() => kafka.stop());
    await prepareTopics(kafka.brokers, serviceNames);
    return kafka;
  };
  // Both to their end, also when one fails: what has started must be known before anything is stopped.
  const [postgres, kafka] = await Promise.allSettled([startPostgres(), startKafka()]);
  if (postgres.status === 'rejected') throw postgres.reason;
  if (kafka.status === 'rejected') throw kafka.reason;
  return { postgres: postgres.value, kafka: kafka.value };
}

function passwords({ secrets }: ServiceSurroundings): Record<string, string> {
  const pairs = serviceNames.map((name) => [name, secrets.read(name, 'DATABASE_PASSWORD')]);
  return Object.fromEntries(pairs) as Record<string, string>;
}
