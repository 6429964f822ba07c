import { Controller, type INestMicroservice, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type AsyncMicroserviceOptions } from '@nestjs/microservices';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Registry } from 'prom-client';
import { reportWorkStarted } from '@jaki/contracts';
import { type EventContext, type EventOf, EventTransport, MessagingModule, OnEvents, Outbox } from '@jaki/messaging';
import { createPool } from '@jaki/platform';
import { type FlowJob } from './flow-job.js';
import { StopWatch } from './stop-watch.js';

/** A service of the bench that runs: close it when it is done. */
export interface Running {
  readonly kysely: Kysely<unknown>;
  readonly outbox: Outbox;
  close(): Promise<void>;
}

/** The service that has the effects. */
export function startReader(job: FlowJob, watch: StopWatch): Promise<Running> {
  @Controller()
  class NoteEffects {
    @OnEvents([reportWorkStarted])
    async handle(events: readonly EventOf<typeof reportWorkStarted>[], { tx }: EventContext): Promise<void> {
      const [ids, subjects] = [events.map(({ id }) => id), events.map(({ subject }) => subject)];
      await sql`INSERT INTO effect SELECT * FROM unnest(${ids}::uuid[], ${subjects}::uuid[])`.execute(tx);
      watch.add(events.length);
    }
  }
  return start(job, { name: job.group, database: job.reader, controllers: [NoteEffects], relay: false });
}

/** The service that announces. */
export function startWriter(job: FlowJob): Promise<Running> {
  return start(job, { name: 'reports', database: job.writer, controllers: [], relay: true });
}

interface Service {
  readonly name: string;
  readonly database: string;
  readonly controllers: Type[];
  readonly relay: boolean;
}

async function start(job: FlowJob, { name: service, database, controllers, relay }: Service): Promise<Running> {
  const pool = createPool(database, { name: service });
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const { brokers, prefix: topicPrefix } = job;
  const options = { service, kysely, brokers, topicPrefix, metrics: new Registry(), relay };
  const messaging = MessagingModule.forService({ inject: [], useFactory: () => options });
  @Module({ imports: [messaging], controllers })
  class AppModule {}
  const app: INestMicroservice = await NestFactory.createMicroservice<AsyncMicroserviceOptions>(AppModule, {
    logger: ['fatal'],
    inject: [EventTransport],
    useFactory: (strategy: EventTransport) => ({ strategy }),
  });
  await app.listen();
  const close = async () => {
    await app.close();
    await kysely.destroy();
  };
  return { kysely, outbox: app.get(Outbox), close };
}
