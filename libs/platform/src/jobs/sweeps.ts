import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type ModulesContainer } from '@nestjs/core';
import { Counter, type Registry } from 'prom-client';
import { backoff, pause } from '@jaki/messaging';
import { type PlatformConfig } from '../config/platform-config.js';
import { type Declared, declaredMethods, refuseDoubles } from './declared.js';
import { sweepOf, type SweepOptions } from './sweep.js';

const EVERY_MS = 1_000;
const AFTER_FAILURE = { from: 1_000, to: 30_000 };

/** Runs the service's sweeps for as long as it lives; none with `JOBS=off`. */
export class Sweeps implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(Sweeps.name);
  readonly #swept: Counter<'sweep' | 'outcome'>;
  readonly #stopped = new AbortController();
  #running: Promise<void>[] = [];

  constructor(
    private readonly config: PlatformConfig,
    private readonly modules: ModulesContainer,
    metrics: Registry,
  ) {
    const help = 'What sweeps found due, by outcome: done (rows) or failed (batches)';
    const labelNames = ['sweep', 'outcome'] as const;
    this.#swept = new Counter({ name: 'sweep_total', help, labelNames, registers: [metrics] });
  }

  /** @throws TypeError when two sweeps have one name */
  onApplicationBootstrap(): void {
    const sweeps = declaredMethods(this.modules, sweepOf);
    refuseDoubles(
      'sweeps',
      sweeps.map(({ options }) => options.name),
    );
    if (this.config.JOBS === 'on') this.#running = sweeps.map((sweep) => this.#keepSweeping(sweep));
  }

  /** Returns when what is under way is finished. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#running);
  }

  async #keepSweeping({ options, run }: Declared<SweepOptions>): Promise<void> {
    const { signal } = this.#stopped;
    let failures = 0;
    while (!signal.aborted) {
      try {
        const done = Number(await run());
        failures = 0;
        this.#swept.inc({ sweep: options.name, outcome: 'done' }, done);
        if (done > 0) continue;
      } catch (err) {
        failures += 1;
        this.#swept.inc({ sweep: options.name, outcome: 'failed' });
        this.#log.warn({ err, sweep: options.name }, 'a sweep failed and is tried again');
      }
      await pause(failures === 0 ? (options.every ?? EVERY_MS) : backoff(failures - 1, AFTER_FAILURE), signal);
    }
  }
}
