import { announce, deadLetterTopic, type EventDeclaration, reportTopic, reportWorkStarted } from '@jaki/contracts';
import { eventually, freshTopicPrefix, stackAddresses, testDatabase } from '@jaki/testing';
import { type INestMicroservice, Module, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { type Generated, Kysely, PostgresDialect, sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Registry } from 'prom-client';
import { createTopics, EventTransport, messagingMigrations, MessagingModule, Outbox } from '../src/index.js';

/** The services' own table: what handlers do. Nothing in it forbids doubles, so that doubles are seen. */
export interface Tables {
  effect: { n: Generated<number>; event_id: string; subject: string; sequence: number };
}

/** One service of a test: its database and any number of instances. */
export class TestService {
  readonly registry = new Registry();
  readonly #instances: INestMicroservice[] = [];
  readonly #pools: Kysely<Tables>[] = [];

  private constructor(
    readonly name: string,
    readonly city: TestCity,
    readonly url: string,
    readonly db: Kysely<Tables>,
    private readonly testDatabase: { drop(): Promise<void> },
  ) {}

  static async create(name: string, city: TestCity): Promise<TestService> {
    const database = await testDatabase([{ schema: 'messaging', folder: messagingMigrations }]);
    const db = connect(database.url);
    await sql`CREATE TABLE effect (n serial, event_id uuid, subject text, sequence int)`.execute(db);
    return new TestService(name, city, database.url, db, database);
  }

  /** Starts an instance, with its own pool and (but for the first) its own metrics. */
  async start(...controllers: Type[]): Promise<INestMicroservice> {
    const kysely = connect(this.url);
    const metrics = this.#instances.length === 0 ? this.registry : new Registry();
    const { brokers, prefix: topicPrefix } = this.city;
    const messaging = MessagingModule.forService({
      inject: [],
      useFactory: () => ({ service: this.name, kysely, brokers, topicPrefix, metrics }),
    });
    @Module({ imports: [messaging], controllers })
    class AppModule {}
    const app = await Test.createTestingModule({ imports: [AppModule] }).compile();
    const instance = app.createNestMicroservice({ strategy: app.get(EventTransport) });
    await instance.listen();
    this.#instances.push(instance);
    this.#pools.push(kysely);
    return instance;
  }

  /** In one transaction: announces that work started on the report, once per sequence number. */
  async announce(reportId: string, sequences: readonly number[], fail?: Error): Promise<void> {
    const outbox = this.#instances[0]!.get(Outbox);
    const tx = await this.db.transaction().execute(async (tx) => {
      await outbox.add(
        tx,
        sequences.map((sequence) => workStarted(reportId, sequence)),
      );
      if (fail) throw fail;
      return tx;
    });
    outbox.committed(tx);
  }

  async effects(): Promise<{ event_id: string; subject: string; sequence: number }[]> {
    return this.db.selectFrom('effect').select(['event_id', 'subject', 'sequence']).orderBy('n').execute();
  }

  async metric(name: string): Promise<number> {
    const text = await this.registry.getSingleMetricAsString(name);
    const values = text.split('\n').filter((line) => line.startsWith(name));
    return values.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  async stop(instance: INestMicroservice): Promise<void> {
    await instance.close();
    this.#instances.splice(this.#instances.indexOf(instance), 1);
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#instances.map((instance) => instance.close()));
    await Promise.all([this.db, ...this.#pools].map((pool) => pool.destroy()));
    await this.testDatabase.drop();
  }
}

/** The topics of one test file and a plain Kafka client that knows nothing of our code. */
export class TestCity {
  readonly prefix = freshTopicPrefix();
  readonly kafka: Kafka;

  constructor(readonly brokers: string[] = stackAddresses().brokers.split(',')) {
    this.kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: { retries: 20 } });
  }

  async createTopics(...groups: string[]): Promise<void> {
    const topics = [{ ...reportTopic, partitions: 2 }, ...groups.map(deadLetterTopic)];
    await createTopics(this.brokers, topics, this.prefix);
  }

  /** Everything that lies in a topic now, in the order of each partition. */
  async read(topic: string): Promise<{ key: string; headers: Record<string, string>; value: string }[]> {
    const admin = this.kafka.admin();
    const ends = await admin.fetchTopicOffsets(this.prefix + topic);
    await admin.disconnect();
    const expected = ends.reduce((sum, { offset }) => sum + Number(offset), 0);
    const read: { key: string; headers: Record<string, string>; value: string }[] = [];
    const consumer = this.kafka.consumer({ groupId: `read-${randomUUID()}`, maxWaitTimeInMs: 100 });
    await consumer.subscribe({ topics: [this.prefix + topic], fromBeginning: true });
    await consumer.run({
      eachMessage: ({ message: { key, headers = {}, value } }) => {
        const texts = Object.entries(headers).map(([name, text]) => [name, String(text)]);
        read.push({
          key: String(key),
          headers: Object.fromEntries(texts) as Record<string, string>,
          value: String(value),
        });
        return Promise.resolve();
      },
    });
    await eventually(() => {
      if (read.length < expected) throw new Error(`${read.length} of ${expected} messages`);
    });
    await consumer.disconnect();
    return read;
  }

  /** Puts messages into the report topic as they are. */
  async produce(...messages: { key?: string; headers?: Record<string, string>; value: string | Buffer | null }[]) {
    const producer = this.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic: this.prefix + reportTopic.name, messages });
    await producer.disconnect();
  }
}

export function workStarted(reportId: string, sequence: number) {
  const time = new Date();
  return announce(reportWorkStarted, { sequence, time, data: { ...reportWorkStarted.sample, reportId } });
}

/** A message as a service's outbox would send it. */
export function message(declaration: EventDeclaration, headers: Record<string, string> = {}) {
  const reportId = randomUUID();
  return {
    key: reportId,
    headers: {
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: randomUUID(),
      ce_source: declaration.topic.owner,
      ce_type: declaration.type,
      ce_time: new Date().toISOString(),
      ce_subject: reportId,
      ce_sequence: '1',
      ...headers,
    },
    value: JSON.stringify({ ...declaration.sample, reportId }),
  };
}

function connect(url: string): Kysely<Tables> {
  const pool = new pg.Pool({ connectionString: url, options: '-c timezone=UTC' });
  // A pooled connection that breaks while it is idle: the next query gets another one.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
