import { type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Kysely } from 'kysely';
import { type Logger } from 'pino';
import { connectMessaging } from '@jaki/messaging';
import { KeySet } from './auth/key-set.js';
import { type PlatformConfig } from './config/platform-config.js';
import { ServiceAdapter } from './http/adapter.js';
import { documentService } from './openapi/document.js';
import { NestLog } from './operations/log.js';
import { createMetrics } from './operations/metrics.js';
import { type ServiceDefinition } from './service.js';
import { ServiceModule } from './service.module.js';

export interface Ingredients {
  readonly definition: ServiceDefinition;
  readonly config: PlatformConfig;
  readonly log: Logger;
  readonly kysely: Kysely<unknown>;
  readonly stuckFor: () => number;
  readonly instead: readonly Provider[];
}

/** Answers' headers that pages of other origins may read. */
const EXPOSED = [
  'link',
  'location',
  'retry-after',
  'x-correlation-id',
  'idempotency-replayed',
  'ratelimit',
  'ratelimit-policy',
];

/** Puts a service together, initialised but deaf: it neither listens nor consumes yet. */
export async function assemble(appModule: Type, ingredients: Ingredients): Promise<NestFastifyApplication> {
  const { definition, config, log, ...rest } = ingredients;
  const metrics = createMetrics(definition.name);
  const keys = await keysOf(config, log);
  const module = ServiceModule.around(appModule, { definition, config, metrics, keys, ...rest });
  const app = await NestFactory.create<NestFastifyApplication>(module, new ServiceAdapter(config, log, metrics), {
    logger: new NestLog(log),
    bodyParser: false,
    // Otherwise Nest ends the process itself, and nobody could say why it did.
    abortOnError: false,
  });
  // `KnownRoutes` answers OPTIONS itself, asked by a page's browser or by anybody else.
  const itself = { strictPreflight: false, preflightContinue: true } as const;
  app.enableCors({ origin: [...config.CORS_ORIGINS], exposedHeaders: EXPOSED, ...itself });
  connectMessaging(app);
  await documentService(app, definition);
  return app.init();
}

async function keysOf(config: PlatformConfig, log: Logger): Promise<KeySet> {
  const keys = new KeySet({
    url: config.JWKS_URL ?? new URL('/oauth/jwks', config.ISSUER).href,
    cacheFile: config.JWKS_CACHE_FILE,
    warn: (message) => {
      log.warn(message);
    },
  });
  await keys.load();
  return keys;
}
