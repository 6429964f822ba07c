import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { ConsoleLogger, type INestMicroservice, Module, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ConfigResourceTypes, Kafka, logLevel } from 'kafkajs';
import { type Generated, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { Registry } from 'prom-client';
import {
  announce,
  deadLetterTopic,
  type EventDeclaration,
  organisationTopic,
  reportTopic,
  reportWorkStarted,
} from '@jaki/contracts';
import {
  freshTopicPrefix,
  type RawMessage,
  stackAddresses,
  testDatabase,
  TopicReader,
  type TopicRecord,
  TopicWriter,
} from '@jaki/testing';
import { createTopics, EventTransport, messagingMigrations, MessagingModule, Outbox } from '../src/index.js';

jest.setTimeout(60_000);

const silent = new ConsoleLogger('', { logLevels: [] });

/** The services' own table: what handlers do. Nothing in it forbids doubles, so that doubles are seen. */
export interface Tables {
  effect: { n: Generated<number>; event_id: string; subject: string; sequence: number };
}

type TestDatabase = Awaited<ReturnType<typeof testDatabase>>;

/** One service of a test: its database and any number of instances. */
export class TestService {
  /** The first instance's metrics. */
  registry = new Registry();
  readonly instances: INestMicroservice[] = [];
  readonly #pools: Kysely<Tables>[] = [];

  readonly url: string;
  readonly db: Kysely<Tables>;

  private constructor(
    readonly name: string,
    readonly city: TestCity,
    private readonly database: TestDatabase,
    private readonly retryDelays: readonly number[] | undefined,
  ) {
    this.url = database.url;
    this.db = connect(database.url);
  }

  static async create(
    name: string,
    city: TestCity,
    { retryDelays }: { retryDelays?: readonly number[] } = {},
  ): Promise<TestService> {
    const database = await testDatabase([{ schema: 'messaging', folder: messagingMigrations }]);
    const service = new TestService(name, city, database, retryDelays);
    await sql`CREATE TABLE effect (n serial, event_id uuid, subject text, sequence int)`.execute(service.db);
    return service;
  }

  /** Starts an instance, with its own pool and (but for the first) its own metrics. */
  async start(...controllers: Type[]): Promise<INestMicroservice> {
    const kysely = connect(this.url);
    const metrics = new Registry();
    if (this.instances.length === 0) this.registry = metrics;
    const { brokers, prefix: topicPrefix } = this.city;
    const delays = this.retryDelays && { retryDelays: this.retryDelays };
    const messaging = MessagingModule.forService({
      inject: [],
      useFactory: () => ({ service: this.name, kysely, brokers, topicPrefix, metrics, ...delays }),
    });
    @Module({ imports: [messaging], controllers })
    class AppModule {}
    const app = await Test.createTestingModule({ imports: [AppModule] })
      .setLogger(silent)
      .compile();
    const instance = app.createNestMicroservice({ strategy: app.get(EventTransport) });
    await instance.listen();
    this.instances.push(instance);
    this.#pools.push(kysely);
    return instance;
  }

  /** In one transaction: announces that work started on the report, once per sequence number. */
  async announce(reportId: string, sequences: readonly number[], fail?: Error): Promise<void> {
    const outbox = this.instances[0]!.get(Outbox);
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

  /** What handlers did, in order; of one aggregate or all. */
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
    this.instances.splice(this.instances.indexOf(instance), 1);
  }

  async destroy(): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.close()));
    await Promise.all([this.db, ...this.#pools].map((pool) => pool.destroy()));
    await this.database.drop();
  }
}

/** The topics of one test file, read and written by plain Kafka clients that know nothing of our code. */
export class TestCity {
  readonly prefix = freshTopicPrefix();
  readonly #writer: TopicWriter;
  readonly #readers: TopicReader[] = [];

  constructor(readonly brokers: string[] = stackAddresses().brokers.split(',')) {
    this.#writer = new TopicWriter(brokers);
  }

  /** The report and organisation topics with two partitions each, and each group's dead-letter topic. */
  async createTopics(...groups: string[]): Promise<void> {
    const two = [reportTopic, organisationTopic].map((topic) => ({ ...topic, partitions: 2 }));
    await createTopics(this.brokers, [...two, ...groups.map(deadLetterTopic)], this.prefix);
  }

  /** Everything that lies in a topic now, in the order of each partition. */
  async read(topic: string): Promise<readonly TopicRecord[]> {
    const reader = new TopicReader(this.brokers, [this.prefix + topic]);
    this.#readers.push(reader);
    return reader.records();
  }

  /** Puts messages into a topic (the report topic) as they are. */
  async produce(messages: readonly RawMessage[], topic: string = reportTopic.name): Promise<void> {
    for (const message of messages) await this.#writer.write(this.prefix + topic, message);
  }

  async configure(topic: string, settings: Record<string, string>): Promise<void> {
    const admin = new Kafka({ brokers: this.brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
    const resources = [{ type: ConfigResourceTypes.TOPIC, name: this.prefix + topic, configEntries }];
    await admin.alterConfigs({ validateOnly: false, resources });
    await admin.disconnect();
  }

  /** How many messages of the report topic a group has told Kafka that it is done with. */
  async committedBy(group: string): Promise<number> {
    const admin = new Kafka({ brokers: this.brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const topics = [this.prefix + reportTopic.name];
    const [committed] = await admin.fetchOffsets({ groupId: this.prefix + group, topics });
    await admin.disconnect();
    return (committed?.partitions ?? []).reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
  }

  /** A topic as the broker has it; the name is taken as it is. */
  async describe(topic: string): Promise<{ partitions: number; retention: string | undefined }> {
    const admin = new Kafka({ brokers: this.brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const metadata = await admin.fetchTopicMetadata({ topics: [topic] });
    const resource = { type: ConfigResourceTypes.TOPIC, name: topic };
    const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [resource] });
    await admin.disconnect();
    const retention = resources[0]!.configEntries.find(({ configName }) => configName === 'retention.ms');
    return { partitions: metadata.topics[0]!.partitions.length, retention: retention?.configValue };
  }

  /** Who is in a group, as the broker sees it. */
  async membersOf(group: string): Promise<{ id: string; client: string }[]> {
    const admin = new Kafka({ brokers: this.brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const { groups } = await admin.describeGroups([this.prefix + group]);
    await admin.disconnect();
    return groups[0]!.members.map(({ memberId: id, clientId: client }) => ({ id, client }));
  }

  async letGo(): Promise<void> {
    await Promise.all([this.#writer.close(), ...this.#readers.map((reader) => reader.close())]);
  }
}

export function workStarted(reportId: string, sequence: number) {
  const time = new Date();
  return announce(reportWorkStarted, { sequence, time, data: { ...reportWorkStarted.sample, reportId } });
}

/** A message as a service's outbox would send it, of a new report unless one is named. */
export function message(
  declaration: EventDeclaration,
  headers: Record<string, string> = {},
  reportId: string = randomUUID(),
) {
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
    } as Record<string, string> & { ce_id: string },
    value: JSON.stringify({ ...declaration.sample, [declaration.key]: reportId }),
  };
}

function connect(url: string): Kysely<Tables> {
  const pool = new pg.Pool({ connectionString: url, options: '-c timezone=UTC' });
  // Connections break in these tests, in the pool or between two statements: the next query says so or gets another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
