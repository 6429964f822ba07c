import { type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Registry } from 'prom-client';
import { definitionOf } from '../service.js';
import { ServiceModule, type ServiceParts } from '../service.module.js';
import { openApiOf } from './document.js';

/**
 * The OpenAPI document of a service that does not run: nothing is connected, nothing is started. As it is committed, and
 * as `/openapi.json` of the running service says.
 */
export async function describeService(appModule: Type): Promise<OpenAPIObject> {
  const definition = definitionOf(appModule);
  // A preview makes no instances, so that nobody asks for what is not there.
  const absent = { config: {}, kysely: {}, keys: {}, stuckFor: () => 0, instead: [], metrics: new Registry() };
  const module = ServiceModule.around(appModule, { definition, ...absent } as unknown as ServiceParts);
  const options = { preview: true, logger: ['error' as const], abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), options);
  const metadata = await definition.openApiMetadata?.();
  if (metadata) await SwaggerModule.loadPluginMetadata(metadata.default);
  return openApiOf(app, definition);
}
