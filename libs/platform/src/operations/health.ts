import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, HttpCode, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { sql } from 'kysely';
import { Gauge, type Registry } from 'prom-client';
import { type ConsumerHealth } from '@jaki/messaging';
import { Public } from '../auth/access.js';
import { Database } from '../data/database.js';

/** One thing that the service needs to do its work. */
export interface HealthCheck {
  readonly name: string;
  /** False when requests are still answered without it, only later or with older data. */
  readonly essential: boolean;
  /** @throws Error whose message says what is wrong */
  readonly check: () => Promise<void>;
}

export const HEALTH_CHECKS = Symbol('health checks');
/** For how many milliseconds no database connection could be had. */
export const STUCK_FOR = Symbol('stuck for');

const TIMEOUT = 2_000;

@Public()
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(HEALTH_CHECKS) private readonly checks: readonly HealthCheck[],
    @Inject(STUCK_FOR) private readonly stuckFor: () => number,
  ) {}

  /** The process answers, and is in no state that only a restart mends: restart it when this fails. */
  @Get('live')
  live(@Res({ passthrough: true }) reply: FastifyReply) {
    const seconds = Math.round(this.stuckFor() / 1000);
    if (seconds === 0) return { status: 'ok' };
    void reply.code(503);
    return { status: 'stuck', checks: { database: `no connection came back for ${seconds} s` } };
  }

  /** The service can do its work: send it no requests while this fails. */
  @Get('ready')
  @HttpCode(200)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const results = await Promise.all(this.checks.map(resultOf));
    const failed = this.checks.filter((_, index) => results[index]?.[1] !== 'ok');
    const unavailable = failed.some(({ essential }) => essential);
    if (unavailable) void reply.code(503);
    const status = unavailable ? 'unavailable' : failed.length > 0 ? 'degraded' : 'ok';
    return { status, checks: Object.fromEntries(results) };
  }
}

async function resultOf({ name, check }: HealthCheck): Promise<[string, string]> {
  const timeout = new AbortController();
  const late = sleep(TIMEOUT, undefined, { signal: timeout.signal }).then(() => {
    throw new Error(`no answer within ${TIMEOUT} ms`);
  });
  try {
    await Promise.race([check(), late]);
    return [name, 'ok'];
  } catch (error) {
    return [name, error instanceof Error ? error.message : String(error)];
  } finally {
    late.catch(() => undefined);
    timeout.abort();
  }
}

/** Each check as a metric, made at each scrape: 1 when it passes. */
export function gaugeChecks(checks: readonly HealthCheck[], registry: Registry): void {
  new Gauge({
    name: 'health_check',
    help: 'What /health/ready says of each check: 1 when it passes',
    labelNames: ['check'],
    registers: [registry],
    async collect() {
      for (const [check, result] of await Promise.all(checks.map(resultOf)))
        this.set({ check }, result === 'ok' ? 1 : 0);
    },
  });
}

/** The database answers a question. */
export function databaseCheck(database: Database): HealthCheck {
  return {
    name: 'database',
    essential: true,
    check: async () => {
      try {
        await sql`SELECT 1`.execute(database.kysely);
      } catch (cause) {
        // Anyone may read this: the address of the database is not for them.
        throw new Error('does not answer', { cause });
      }
    },
  };
}

/**
 * The service is in its consumer group. Without Kafka it goes on answering and keeps what it has to announce, so taking
 * it out of service would turn a delay into an outage: this check degrades and never fails.
 */
export function eventsCheck(consumer: ConsumerHealth): HealthCheck {
  return {
    name: 'events',
    essential: false,
    check: () => {
      const { reason } = consumer;
      return reason === undefined ? Promise.resolve() : Promise.reject(new Error(reason));
    },
  };
}
