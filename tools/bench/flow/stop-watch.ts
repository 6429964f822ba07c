import { processorTime, processorTimeOfTree } from '../process-stats.js';
import { type FlowJob, type FlowResult } from './flow-job.js';

interface Reading {
  readonly at: number;
  readonly count: number;
  readonly node: number;
  readonly postgres: number;
  readonly kafka: number;
}

/** Counts events and looks at the clocks when the first quarter, which warms everything up, and the last one are through. */
export class StopWatch {
  readonly #job: FlowJob;
  readonly #done = Promise.withResolvers<undefined>();
  #count = 0;
  #start: Reading | undefined;
  #end: Reading | undefined;

  constructor(job: FlowJob) {
    this.#job = job;
  }

  get count(): number {
    return this.#count;
  }

  /** Resolves when all events were counted. */
  get done(): Promise<undefined> {
    return this.#done.promise;
  }

  add(events: number): void {
    this.#count += events;
    if (this.#start === undefined && this.#count >= this.#job.events / 4) this.#start = this.#read();
    if (this.#end !== undefined || this.#count < this.#job.events) return;
    this.#end = this.#read();
    this.#done.resolve(undefined);
  }

  /** @throws TypeError before all events were counted */
  result(): FlowResult {
    const [start, end] = [this.#start, this.#end];
    if (start === undefined || end === undefined) throw new TypeError('it is still running');
    const events = end.count - start.count;
    const cost = (who: 'node' | 'postgres' | 'kafka') => (end[who] - start[who]) / events;
    const rate = (events / (end.at - start.at)) * 1000;
    return { rate, node: cost('node'), postgres: cost('postgres'), kafka: cost('kafka'), latencies: [] };
  }

  #read(): Reading {
    const { postgres, kafka } = this.#job.servers;
    return {
      at: performance.now(),
      count: this.#count,
      node: processorTime(process.pid),
      postgres: processorTimeOfTree(postgres),
      kafka: processorTime(kafka),
    };
  }
}
