// A service of nothing but messaging, as a process of its own. It does not exit but ends, when nothing of it runs any more.
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type AsyncMicroserviceOptions } from '@nestjs/microservices';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Registry } from 'prom-client';
import { EventTransport, MessagingModule } from '../src/index.js';
import { NoteInOrder, NoteTogether, NoteWorkStarted } from './scripted.js';

const { PROGRAM_DATABASE, PROGRAM_BROKERS = '', PROGRAM_PREFIX = '', PROGRAM_HANDLER = '' } = process.env;
const handlers = { NoteInOrder, NoteTogether, NoteWorkStarted };
const kysely = new Kysely({
  dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: PROGRAM_DATABASE }) }),
});
const messaging = MessagingModule.forService({
  inject: [],
  useFactory: () => ({
    service: 'notifications',
    kysely,
    metrics: new Registry(),
    brokers: PROGRAM_BROKERS.split(','),
    topicPrefix: PROGRAM_PREFIX,
  }),
});

@Module({ imports: [messaging], controllers: [handlers[PROGRAM_HANDLER as keyof typeof handlers]] })
class AppModule {}

const app = await NestFactory.createMicroservice<AsyncMicroserviceOptions>(AppModule, {
  inject: [EventTransport],
  useFactory: (strategy: EventTransport) => ({ strategy }),
});
await app.listen();
process.stdout.write('started\n');

process.once('SIGTERM', () => {
  void app
    .close()
    .then(() => kysely.destroy())
    .then(() => process.stdout.write('closed\n'));
});
