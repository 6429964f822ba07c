import { type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Kysely, PostgresDialect } from 'kysely';
import { type DestinationStream, type Logger } from 'pino';
import { KeySet } from './auth/key-set.js';
import { readConfig } from './config/read-config.js';
import { type PlatformConfig } from './config/platform-config.js';
import { migrate } from './data/migrate.js';
import { createPool } from './data/pool.js';
import { ServiceAdapter } from './http/adapter.js';
import { documentService } from './openapi/document.js';
import { createLog, NestLog } from './operations/log.js';
import { createMetrics } from './operations/metrics.js';
import { startTracing } from './operations/tracing.js';
import { definitionOf, type ServiceDefinition } from './service.js';
import { ServiceModule } from './service.module.js';

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
  /** Stops accepting, finishes what runs, then lets go of broker and database. */
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
  const stopTracing = await startTracing(definition.name, config.OTEL_EXPORTER_OTLP_ENDPOINT);
  const app = await assemble(appModule, { definition, config, log, instead: options.providers ?? [] });
  const close = async () => {
    await app.close();
    await stopTracing();
  };
  try {
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await close();
    throw error;
  }
  return { app, url: await app.getUrl(), log, close };
}

interface Ingredients {
  definition: ServiceDefinition;
  config: PlatformConfig;
  log: Logger;
  instead: readonly Provider[];
}

async function assemble(
  appModule: Type,
  { definition, config, log, instead }: Ingredients,
): Promise<NestFastifyApplication> {
  const pool = createPool(config.DATABASE_URL, { name: definition.name });
  // A connection that dies while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', (err) => {
    log.warn({ err }, 'an idle database connection was lost');
  });
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const keys = new KeySet({
    url: config.JWKS_URL ?? new URL('/oauth/jwks', config.ISSUER).href,
    cacheFile: config.JWKS_CACHE_FILE,
    warn: (message) => {
      log.warn(message);
    },
  });
  await keys.load();
  const metrics = createMetrics(definition.name);
  const module = ServiceModule.around(appModule, { definition, config, kysely, metrics, keys, instead });
  try {
    const app = await NestFactory.create<NestFastifyApplication>(module, new ServiceAdapter(config, log, metrics), {
      logger: new NestLog(log),
      bodyParser: false,
      // Otherwise Nest ends the process itself, and nobody could say why it did.
      abortOnError: false,
    });
    app.enableCors({ origin: [...config.CORS_ORIGINS], exposedHeaders: EXPOSED });
    await documentService(app, definition);
    await app.init();
    return app;
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
}

const EXPOSED = ['link', 'location', 'retry-after', 'x-correlation-id', 'idempotency-replayed'];

function migrationsOf({ migrations }: ServiceDefinition) {
  return [
    { schema: 'platform', folder: platformMigrations },
    { schema: 'public', folder: migrations },
  ];
}

/** The folder of the platform's own migrations (schema `platform`). */
export const platformMigrations = new URL('../prisma/migrations/', import.meta.url);
