import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { Registry } from 'prom-client';
import { organisationRegistered, type ReceivedEvent, reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import {
  CorrelationContext,
  type EventContext,
  EventTransport,
  MessagingModule,
  OnEvent,
  Outbox,
} from '../src/index.js';
import { message, type Tables, TestCity, TestService, workStarted } from './harness.js';
import { NoteWorkStarted } from './scripted.js';

/** Stands for a service that follows one event with another. */
@Controller()
class StartWork {
  constructor(private readonly outbox: Outbox) {}

  @OnEvent(organisationRegistered)
  async handle(event: ReceivedEvent<typeof organisationRegistered>, { tx }: EventContext<Tables>): Promise<void> {
    await this.outbox.add(tx, [workStarted(event.subject, 1)]);
  }
}

@Controller()
class NoteItAgain extends NoteWorkStarted {
  @OnEvent(reportWorkStarted)
  override handle(): Promise<void> {
    return Promise.resolve();
  }
}

@Controller()
class Undeclared {
  @EventPattern('reports.report.filed.v1')
  handle(_event: unknown): void {
    // Never called: the service does not start.
  }
}

describe('the handlers of a service', () => {
  const city = new TestCity();
  let reports: TestService;

  beforeAll(async () => {
    await city.createTopics('reports');
    reports = await TestService.create('reports', city);
    await reports.start(StartWork);
  });

  afterAll(async () => {
    await Promise.all([reports.destroy(), city.letGo()]);
  });

  const announcedFor = (key: string) =>
    eventually(async () => {
      const found = (await city.read('reports.report.v1')).find((record) => record.key === key);
      if (!found) throw new Error('not announced yet');
      return found.headers;
    });

  it('announce in their own transaction, and hand on correlation, cause and trace', async () => {
    const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const request = randomUUID();
    const cause = message(organisationRegistered, { ce_correlationid: request, ce_traceparent: trace });
    await city.produce([cause], organisationRegistered.topic.name);
    expect(await announcedFor(cause.key)).toMatchObject({
      ce_correlationid: request,
      ce_causationid: cause.headers.ce_id,
      ce_traceparent: trace,
    });
  });

  it('give an event without a correlation one that all that follows will share', async () => {
    const cause = message(organisationRegistered);
    await city.produce([cause], organisationRegistered.topic.name);
    expect(await announcedFor(cause.key)).toMatchObject({ ce_correlationid: cause.headers.ce_id });
  });

  it('are apart from requests, which bring a correlation of their own', async () => {
    const reportId = crypto.randomUUID();
    await CorrelationContext.run({ correlationId: 'a-request' }, () => reports.announce(reportId, [1]));
    expect(CorrelationContext.get()).toBeUndefined();
    const headers = await announcedFor(reportId);
    expect(headers).toMatchObject({ ce_correlationid: 'a-request' });
    expect(headers).not.toHaveProperty('ce_causationid');
  });

  it.each([
    ['two handlers for one event', [NoteWorkStarted, NoteItAgain], 'has two handlers'],
    ['a handler that is not declared', [Undeclared], 'with @OnEvent'],
  ])('are refused at the start: %s', async (_what, controllers, complaint) => {
    const messaging = MessagingModule.forService({
      inject: [],
      useFactory: () => ({ service: 'x', kysely: reports.db, brokers: city.brokers, metrics: new Registry() }),
    });
    @Module({ imports: [messaging], controllers })
    class AppModule {}
    const app = await Test.createTestingModule({ imports: [AppModule] }).compile();
    const instance = app.createNestMicroservice({ strategy: app.get(EventTransport) });
    await expect(instance.listen()).rejects.toThrow(complaint);
  });
});
