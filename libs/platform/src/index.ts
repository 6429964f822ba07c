export { migrate, MigrationError, type MigrationSet } from '@jaki/messaging';
export { Caller, Public, Requires } from './auth/access.js';
export { type Principal } from './auth/principal.js';
export { configRule, IsBaseUrl, textRule } from './config/config-rules.js';
export { CommaList, PlatformConfig } from './config/platform-config.js';
export { ConfigError, readConfig } from './config/read-config.js';
export {
  createService,
  type CreateOptions,
  migrationsOf,
  platformMigrations,
  type RunningService,
} from './create-service.js';
export { breaksConstraint, isDatabaseDown } from './data/database-errors.js';
export { Database, type TransactionOptions } from './data/database.js';
export { createPool, type PoolOptions, typeParsers } from './data/pool.js';
export { EachApart } from './jobs/each-apart.js';
export { Job, type JobOptions } from './jobs/job.js';
export { Jobs } from './jobs/jobs.js';
export { Sweep, type SweepOptions } from './jobs/sweep.js';
export { liesWithin } from './data/regions.js';
export { type ReasonedRequest, type Stepped, type StepRequest, Steps, type StepTaken } from './data/steps.js';
export { type RequestKey, withContent } from './data/request-key.js';
export { By, NaturallyIdempotent } from './http/by.js';
export { Nested, NestedList } from './http/nested.js';
export { IsCode, IsDay, IsId, IsMoment, IsOneOf, IsRegion, IsText } from './http/fields.js';
export { type Limit, limits } from './http/limits.js';
export { type Cursor, Page, page, PageQuery, readCursor } from './http/page.js';
export { type Fault, Refusal, validationFailed } from './problems/refusal.js';
export { TakesForm } from './http/takes-form.js';
export { STATUS_OF_KIND } from './http/problem.js';
export { UuidPipe } from './http/uuid.pipe.js';
export { describeService } from './openapi/describe-service.js';
export { type Operation, operationsOf } from './openapi/operations.js';
export { openApiOf } from './openapi/document.js';
export {
  keepOrganisation,
  knownOrganisation,
  type KnownOrganisation,
  type OrganisationEvent,
  organisationTable,
} from './organisations/organisation-copy.js';
export { Limited } from './rate-limits/limited.js';
export { type Quota, type RateLimit } from './rate-limits/rate-limit.js';
export { RateLimits } from './rate-limits/rate-limits.js';
export { type Standing, tooManyRequests } from './rate-limits/standing.js';
export { runService } from './run-service.js';
export { defineService, definitionOf, PlatformModule, type ServiceDefinition } from './service.js';
