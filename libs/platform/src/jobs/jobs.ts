import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type ModulesContainer } from '@nestjs/core';
import { type Transaction } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { Counter, type Registry } from 'prom-client';
import { type PlatformConfig } from '../config/platform-config.js';
import { type DeclaredJob, declaredJobs } from './declared-jobs.js';

/** Looking oftener whether it is time would be a good part of an idle service's work. */
const UNHURRIED = { cronWorkerIntervalSeconds: 45, cronMonitorIntervalSeconds: 45, flowIntervalSeconds: 600 };
/** Seconds until a job is seen: what somebody waits for sooner than what the clock asked for. */
const SEEN_WITHIN = { added: 10, timed: 30 };
const RETRIES = { retryLimit: 3, retryDelay: 30, retryBackoff: true };
const STOP_WITHIN_MS = 5_000;

/**
 * The service's jobs, kept by pg-boss in the service's own database (schema `pgboss`). With `JOBS=off` an instance adds
 * jobs and does none.
 */
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(Jobs.name);
  readonly #runs: Counter<'job' | 'outcome'>;
  #declared: readonly DeclaredJob[] = [];
  #boss: Promise<PgBoss> | undefined;

  constructor(
    private readonly config: PlatformConfig,
    private readonly modules: ModulesContainer,
    metrics: Registry,
  ) {
    const help = 'Jobs done, by outcome: done or failed';
    this.#runs = new Counter({ name: 'job_runs_total', help, labelNames: ['job', 'outcome'], registers: [metrics] });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.#declared = declaredJobs(this.modules);
    if (this.config.JOBS === 'off' || this.#declared.length === 0) return;
    const boss = await this.#start();
    for (const job of this.#declared) await this.#serve(boss, job);
  }

  async beforeApplicationShutdown(): Promise<void> {
    const boss = await this.#boss?.catch(() => undefined);
    await boss?.stop({ timeout: STOP_WITHIN_MS });
  }

  /**
   * Has a job done once the transaction is committed; if it rolls back, never.
   *
   * @param data survives JSON; ids, never personal data
   * @throws TypeError when the service declares no such job
   */
  async add<DB>(tx: Transaction<DB>, name: string, data: object = {}): Promise<void> {
    if (!this.#declared.some((job) => job.name === name)) throw new TypeError(`there is no job ${name}`);
    const boss = await this.#start();
    await boss.send(name, data, { ...RETRIES, db: fromKysely(tx) });
  }

  #start(): Promise<PgBoss> {
    this.#boss ??= this.#connect();
    return this.#boss;
  }

  async #connect(): Promise<PgBoss> {
    const { DATABASE_URL: connectionString } = this.config;
    const works = this.config.JOBS === 'on';
    const modes = { supervise: works, schedule: works };
    const boss = new PgBoss({ connectionString, application_name: 'jobs', max: 2, ...UNHURRIED, ...modes });
    boss.on('error', (error) => this.#log.warn(`jobs wait for the database: ${error.message}`));
    await boss.start();
    for (const { name } of this.#declared) await boss.createQueue(name, RETRIES);
    return boss;
  }

  async #serve(boss: PgBoss, { name, cron, run }: DeclaredJob): Promise<void> {
    const pollingIntervalSeconds = cron === undefined ? SEEN_WITHIN.added : SEEN_WITHIN.timed;
    await boss.work(name, { pollingIntervalSeconds }, async ([job]) => {
      try {
        await run(job?.data);
        this.#runs.inc({ job: name, outcome: 'done' });
      } catch (err) {
        this.#runs.inc({ job: name, outcome: 'failed' });
        this.#log.warn({ err, job: name }, 'a job failed and is tried again');
        throw err;
      }
    });
    if (cron === undefined) await boss.unschedule(name);
    else await boss.schedule(name, cron);
  }
}
