import { type Provider, type Type } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type DestinationStream, type Logger } from 'pino';
import { messagingMigrations, migrate } from '@jaki/messaging';
import { assemble } from './assemble.js';
import { readConfig } from './config/read-config.js';
import { connect } from './data/connect.js';
import { createLog } from './operations/log.js';
import { startTracing } from './operations/tracing.js';
import { definitionOf, type ServiceDefinition } from './service.js';

export interface CreateOptions {
  /** Instead of the process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Instead of the platform's own providers, by token: `{ provide: Clock, useValue: fixedClock }`. */
  readonly providers?: readonly Provider[];
  /** Where log lines go instead of standard output. */
  readonly logTo?: DestinationStream;
}

export interface RunningService {
  readonly app: NestFastifyApplication;
  /** Where it answers: `http://127.0.0.1:4002`. */
  readonly url: string;
  readonly log: Logger;
  /** Stops accepting, finishes what runs, then lets go of the broker and, last, of the database. */
  close(): Promise<void>;
}

/**
 * Starts a service: migrates its database, connects, listens. `runService` and tests share it.
 *
 * @throws ConfigError, MigrationError, or what the database or the port answered; nothing is left open then
 */
export async function createService(appModule: Type, options: CreateOptions = {}): Promise<RunningService> {
  const definition = definitionOf(appModule);
  const config = options.env ? readConfig(definition.configType, options.env) : definition.config();
  const log = createLog({ service: definition.name, level: config.LOG_LEVEL, to: options.logTo });
  const applied = await migrate(config.DATABASE_URL, migrationsOf(definition));
  if (applied.length > 0) log.info({ applied }, 'database migrated');
  const { kysely, stuckFor } = connect(config, definition.name, log);
  const stopTracing = await startTracing(definition.name, config.OTEL_EXPORTER_OTLP_ENDPOINT);
  let app: NestFastifyApplication | undefined;
  // After the application's own hooks, when no request and no event can need the database any more.
  const close = async () => {
    await app?.close();
    await kysely.destroy();
    await stopTracing();
  };
  try {
    app = await assemble(appModule, { definition, config, log, kysely, stuckFor, instead: options.providers ?? [] });
    await app.startAllMicroservices();
    await app.listen(config.PORT, config.HOST);
    return { app, url: await app.getUrl(), log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The folder of the platform's own migrations (schema `platform`). */
export const platformMigrations = new URL('../prisma/migrations/', import.meta.url);

/** Everything that a service's database is migrated by: the libraries' tables in their schemas, its own in `public`. */
export function migrationsOf({ migrations }: Pick<ServiceDefinition, 'migrations'>) {
  return [
    { schema: 'messaging', folder: messagingMigrations },
    { schema: 'platform', folder: platformMigrations },
    { schema: 'public', folder: migrations },
  ];
}
