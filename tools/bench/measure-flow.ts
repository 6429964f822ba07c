import { reportTopic } from '@jaki/contracts';
import { createTopics, messagingMigrations, migrate } from '@jaki/messaging';
import { quantile, type Range, rangeOf } from './figures.js';
import { writeBacklog } from './flow/drain.js';
import { type FlowJob, type FlowResult, runFlow } from './flow/flow-job.js';
import { asSuperuser, type Rig, SERVER_CORE } from './rig.js';

/** What a way of moving events achieved over all rounds. Processor times in microseconds an event. */
export interface FlowPerformance {
  readonly title: string;
  readonly rate: Range;
  readonly node: Range;
  readonly postgres: Range;
  readonly kafka: Range;
  readonly aim?: number;
  readonly floor?: number;
}

export interface PaceResult {
  readonly title: string;
  readonly samples: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: { readonly quantile: 'p50' | 'p99'; readonly ms: number };
}

export interface FlowFindings {
  readonly throughput: readonly FlowPerformance[];
  readonly latency: readonly PaceResult[];
}

const ROUNDS = 3;
const BACKLOG = 60_000;

/** The event flow with all Node work on one core, PostgreSQL and Kafka on the other. */
export async function measureFlow(rig: Rig): Promise<FlowFindings> {
  const flow = new Flow(rig);
  await flow.prepare();
  return { throughput: await flow.throughput(), latency: await flow.latency() };
}

class Flow {
  readonly #rig: Rig;
  readonly #prefix = `bench-${Date.now()}-`;
  #jobs = 0;

  constructor(rig: Rig) {
    this.#rig = rig;
  }

  async prepare(): Promise<void> {
    const { postgres, databaseOf } = this.#rig;
    for (const name of ['flow_writer', 'flow_reader']) {
      await asSuperuser(postgres.url, `CREATE DATABASE ${name}`);
      await migrate(databaseOf(name), [{ schema: 'messaging', folder: messagingMigrations }]);
    }
    await asSuperuser(databaseOf('flow_writer'), 'CREATE TABLE cause (subject uuid NOT NULL)');
    await asSuperuser(databaseOf('flow_reader'), 'CREATE TABLE effect (event_id uuid NOT NULL, subject uuid NOT NULL)');
  }

  async throughput(): Promise<FlowPerformance[]> {
    const backlog = await this.#freshTopic();
    await writeBacklog({ ...this.#job('drain'), prefix: backlog }, BACKLOG);
    const drains: FlowResult[] = [];
    const bosses: FlowResult[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      console.log(`Working off ${BACKLOG} events, round ${round + 1} …`);
      drains.push(await this.#run({ ...this.#job('drain'), prefix: backlog, events: BACKLOG }));
      bosses.push(await this.#run({ ...this.#job('pg-boss'), events: BACKLOG / 2 }));
    }
    const tens = await this.#live(10, 40_000);
    const ones = await this.#live(1, 20_000);
    return [
      performanceOf('a backlog, with one effect each', drains, { aim: 7500, floor: 5000 }),
      performanceOf('the same with pg-boss, in batches', bosses),
      performanceOf('live, a writer of 10 events a transaction', tens, { aim: 5000, floor: 3500 }),
      performanceOf('live, a writer of one event a transaction', ones, { aim: 3000, floor: 2000 }),
    ];
  }

  async latency(): Promise<PaceResult[]> {
    const paces = [
      { pace: 50, perTransaction: 1, events: 600, most: { quantile: 'p50', ms: 6 } },
      { pace: 1500, perTransaction: 1, events: 15_000, most: { quantile: 'p99', ms: 250 } },
      { pace: 2500, perTransaction: 10, events: 25_000, most: { quantile: 'p99', ms: 250 } },
    ] as const;
    const results: PaceResult[] = [];
    for (const { pace, perTransaction, events, most } of paces) {
      console.log(`Timing ${pace} events a second …`);
      const prefix = await this.#freshTopic();
      const { latencies } = await this.#run({ ...this.#job('latency'), prefix, pace, perTransaction, events });
      const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
      const title = `${pace} a second, ${perTransaction} a transaction`;
      results.push({ title, samples: latencies.length, p50, p99, most });
    }
    return results;
  }

  async #live(perTransaction: number, events: number): Promise<FlowResult[]> {
    const results: FlowResult[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      console.log(`Live, ${perTransaction} a transaction, round ${round + 1} …`);
      const prefix = await this.#freshTopic();
      results.push(await this.#run({ ...this.#job('live'), prefix, perTransaction, events }));
    }
    return results;
  }

  async #run(job: FlowJob): Promise<FlowResult> {
    const { databaseOf } = this.#rig;
    await asSuperuser(databaseOf('flow_reader'), 'TRUNCATE effect, messaging.inbox');
    await asSuperuser(databaseOf('flow_writer'), 'TRUNCATE cause', 'VACUUM messaging.outbox', 'CHECKPOINT');
    return runFlow(job, SERVER_CORE);
  }

  #job(kind: FlowJob['kind']): FlowJob {
    const { postgres, kafka, databaseOf } = this.#rig;
    return {
      kind,
      brokers: kafka.brokers,
      prefix: this.#prefix,
      writer: databaseOf('flow_writer'),
      reader: databaseOf('flow_reader'),
      group: `flow-${++this.#jobs}`,
      events: 0,
      perTransaction: 1,
      pace: 0,
      servers: { postgres: postgres.process.pid ?? 0, kafka: kafka.process.pid ?? 0 },
    };
  }

  /** With the six partitions that reports' topic has. */
  async #freshTopic(): Promise<string> {
    const prefix = `${this.#prefix}${++this.#jobs}-`;
    await createTopics([...this.#rig.kafka.brokers], [reportTopic], prefix);
    return prefix;
  }
}

function performanceOf(
  title: string,
  results: readonly FlowResult[],
  goal: { aim?: number; floor?: number } = {},
): FlowPerformance {
  const range = (of: 'rate' | 'node' | 'postgres' | 'kafka') => rangeOf(results.map((result) => result[of]));
  const [rate, node, postgres, kafka] = [range('rate'), range('node'), range('postgres'), range('kafka')];
  return { title, rate, node, postgres, kafka, ...goal };
}
