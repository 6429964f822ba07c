import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { type OpenAPIObject } from '@nestjs/swagger';
import { type PlatformConfig } from './config/platform-config.js';

/** All that makes one service what it is, said once beside its AppModule. */
export interface ServiceDefinition<C extends PlatformConfig = PlatformConfig> {
  /** `ce_source`, the owner of its topics, its consumer group: `reports`. */
  readonly name: string;
  /** What people read at `/docs`. */
  readonly title: string;
  readonly description?: string;
  /** What its access tokens are issued for: `urn:jaki:reports`. */
  readonly audience: string;
  /** Reads the configuration from the process's environment; in the service's own `config.ts`. */
  readonly config: () => C;
  /** Its class, by which it is injected. */
  readonly configType: new () => C;
  /** The folder of the service's own migrations, for the schema `public`. */
  readonly migrations: URL;
  /** What it answers beside its controllers, as OpenAPI says it: the endpoints of a library, for instance. */
  readonly openApiPaths?: OpenAPIObject['paths'];
  /** Shapes of DTOs for OpenAPI: `() => import('./generated/metadata.js')`, made by `tools/schema`. */
  readonly openApiMetadata?: () => Promise<{ default: () => Promise<Record<string, unknown>> }>;
}

/** Checks the definition's types; its value is the definition itself. */
export function defineService<C extends PlatformConfig>(definition: ServiceDefinition<C>): ServiceDefinition<C> {
  return definition;
}

const definitions = new WeakMap<object, ServiceDefinition>();

/**
 * Names the service in the imports of its AppModule. What it gives (configuration, Database, Clock, guard …) is put
 * together when the service is created, so that one process can hold several instances, as tests do.
 */
@Module({})
export class PlatformModule {
  static forService<C extends PlatformConfig>(definition: ServiceDefinition<C>): DynamicModule {
    const module: DynamicModule = { module: PlatformModule };
    definitions.set(module, definition);
    return module;
  }
}

/** @throws Error when the module does not import `PlatformModule.forService(…)` */
export function definitionOf(appModule: Type): ServiceDefinition {
  const imports = (Reflect.getMetadata('imports', appModule) ?? []) as object[];
  const definition = imports.map((module) => definitions.get(module)).find((found) => found !== undefined);
  if (!definition) throw new Error(`${appModule.name} does not import PlatformModule.forService(…)`);
  return definition;
}
