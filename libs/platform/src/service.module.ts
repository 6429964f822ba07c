import { type DynamicModule, Logger, Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, ModulesContainer } from '@nestjs/core';
import { type Kysely } from 'kysely';
import { Registry } from 'prom-client';
import { Clock } from '@jaki/kernel';
import { ConsumerHealth, MessagingModule, Outbox } from '@jaki/messaging';
import { AccessGuard } from './auth/access.guard.js';
import { KeySet } from './auth/key-set.js';
import { refuseUndeclaredRoutes } from './auth/refuse-undeclared-routes.js';
import { SealWrapper } from './auth/seal-wrapper.js';
import { TokenVerifier } from './auth/token-verifier.js';
import { type PlatformConfig } from './config/platform-config.js';
import { Database } from './data/database.js';
import { ForgetOldKeys } from './data/forget-old-keys.js';
import { Steps } from './data/steps.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ValidationPipe } from './http/validation.pipe.js';
import { Jobs } from './jobs/jobs.js';
import { Sweeps } from './jobs/sweeps.js';
import {
  databaseCheck,
  eventsCheck,
  gaugeChecks,
  HEALTH_CHECKS,
  type HealthCheck,
  HealthController,
  STUCK_FOR,
} from './operations/health.js';
import { MetricsController } from './operations/metrics.controller.js';
import { ForgetFullQuotas } from './rate-limits/forget-full.js';
import { RateLimitGuard } from './rate-limits/limited.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { type ServiceDefinition } from './service.js';

/** What exists before Nest does. */
export interface ServiceParts {
  readonly definition: ServiceDefinition;
  readonly config: PlatformConfig;
  readonly kysely: Kysely<unknown>;
  /** For how many milliseconds no database connection could be had. */
  readonly stuckFor: () => number;
  readonly metrics: Registry;
  readonly keys: KeySet;
  /** Stand in for the platform's own, by token: a FixedClock for Clock. */
  readonly instead: readonly Provider[];
}

/** Wraps a service's AppModule with everything that the platform gives it. */
@Module({ controllers: [HealthController, MetricsController] })
export class ServiceModule {
  constructor(modules: ModulesContainer) {
    refuseUndeclaredRoutes(modules);
  }

  static around(appModule: Type, parts: ServiceParts): DynamicModule {
    const providers = [...providersOf(parts), ...parts.instead];
    const imports = [messagingOf(parts), appModule];
    const shared = [parts.definition.configType, Database, Clock, Registry, TokenVerifier, RateLimits, Jobs, Steps];
    return { module: ServiceModule, global: true, imports, providers, exports: shared };
  }
}

function providersOf(parts: ServiceParts): Provider[] {
  const { definition, config, stuckFor, metrics, keys } = parts;
  return [
    { provide: definition.configType, useValue: config },
    { provide: Database, inject: [Outbox], useFactory: (outbox: Outbox) => databaseOf(parts, outbox) },
    { provide: Registry, useValue: metrics },
    { provide: TokenVerifier, useValue: verifierOf(parts) },
    { provide: SealWrapper, useValue: new SealWrapper(keys.sealing, warnOnce('seals')) },
    { provide: STUCK_FOR, useValue: stuckFor },
    { provide: HEALTH_CHECKS, inject: [Database, ConsumerHealth, Registry], useFactory: healthChecks },
    Clock,
    { provide: RateLimits, inject: [Database], useFactory: (db: Database) => new RateLimits(db, config) },
    { provide: Jobs, inject: [ModulesContainer, Registry], useFactory: jobsOf(parts) },
    { provide: Sweeps, inject: [ModulesContainer, Registry], useFactory: sweepsOf(parts) },
    { provide: Steps, inject: [Database, Outbox, Clock], useFactory: stepsOf },
    ForgetOldKeys,
    ForgetFullQuotas,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_PIPE, useClass: ValidationPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ];
}

function stepsOf(db: Database, outbox: Outbox, clock: Clock): Steps {
  return new Steps(db, outbox, clock);
}

function jobsOf({ config }: ServiceParts) {
  return (modules: ModulesContainer, metrics: Registry) => new Jobs(config, modules, metrics);
}

function sweepsOf({ config }: ServiceParts) {
  return (modules: ModulesContainer, metrics: Registry) => new Sweeps(config, modules, metrics);
}

function databaseOf({ kysely }: ServiceParts, outbox: Outbox): Database {
  return new Database(kysely, (tx) => outbox.committed(tx));
}

function verifierOf({ definition, config, keys }: ServiceParts): TokenVerifier {
  return new TokenVerifier({ issuer: config.ISSUER, audience: definition.audience, keys, warn: warnOnce('tokens') });
}

/** Each message once, and a hundred different ones at most: strangers must not be able to fill a log. */
function warnOnce(about: string): (message: string) => void {
  const told = new Set<string>();
  const log = new Logger(about);
  return (message) => {
    if (told.has(message) || told.size === 100) return;
    log.warn(message);
    told.add(message);
  };
}

function messagingOf({ definition, config, kysely, metrics }: ServiceParts): DynamicModule {
  const { KAFKA_BROKERS: brokers, KAFKA_TOPIC_PREFIX: topicPrefix, retryDelays } = config;
  const options = { service: definition.name, kysely, brokers, topicPrefix, metrics, retryDelays };
  return MessagingModule.forService({ inject: [], useFactory: () => options });
}

function healthChecks(database: Database, consumer: ConsumerHealth, metrics: Registry): readonly HealthCheck[] {
  const checks = [databaseCheck(database), eventsCheck(consumer)];
  gaugeChecks(checks, metrics);
  return checks;
}
