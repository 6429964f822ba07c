import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { sql } from 'kysely';
import {
  type EventDeclaration,
  reportConfirmed,
  reportTopic,
  reportValidated,
  reportWorkStarted,
} from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { type EventContext, OnEvent, OnEvents } from '../src/index.js';
import { message, type Tables, TestCity, TestService } from './harness.js';

interface Noted {
  readonly id: string;
  readonly subject: string;
  readonly sequence: number;
}

/** How many events came at once, each time. */
const sizes: number[] = [];
/** What happens after the effects of a call were noted. */
let afterwards: (events: readonly Noted[], context: EventContext<Tables>) => Promise<void> = () => Promise.resolve();

async function note(events: readonly Noted[], context: EventContext<Tables>): Promise<void> {
  const values = events.map(({ id, subject, sequence }) => ({ event_id: id, subject, sequence }));
  await context.tx.insertInto('effect').values(values).execute();
}

@Controller()
class NoteTogether {
  @OnEvents([reportWorkStarted, reportValidated])
  async handle(events: readonly Noted[], context: EventContext<Tables>): Promise<void> {
    sizes.push(events.length);
    await note(events, context);
    await afterwards(events, context);
  }

  @OnEvent(reportConfirmed)
  async alone(event: Noted, context: EventContext<Tables>): Promise<void> {
    await note([event], context);
  }
}

describe('a handler that takes events together', () => {
  const city = new TestCity();
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city);
  });

  afterEach(async () => {
    afterwards = () => Promise.resolve();
    sizes.length = 0;
    await Promise.all(service.instances.map((instance) => service.stop(instance)));
  });

  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });

  /** Events that lie there before the service starts, so that they are fetched together. */
  async function backlog(count: number, key: string = randomUUID()) {
    const events = Array.from({ length: count }, (_, index) =>
      message(index % 2 === 0 ? reportWorkStarted : reportValidated, { ce_sequence: String(index + 1) }, key),
    );
    await city.produce(events);
    return { key, ids: events.map(({ headers }) => headers.ce_id) };
  }
  const effectsOf = async (key: string) => (await service.effects()).filter(({ subject }) => subject === key);

  it('gets up to a hundred of several types in their order, in one transaction', async () => {
    const { key, ids } = await backlog(250);
    const transactions = new Set<unknown>();
    afterwards = async (_, { tx }) => {
      const { rows } = await sql<{ id: string }>`SELECT pg_current_xact_id()::text AS id`.execute(tx);
      transactions.add(rows[0]?.id);
    };
    await service.start(NoteTogether);
    await eventually(async () => {
      expect((await effectsOf(key)).map(({ event_id }) => event_id)).toEqual(ids);
    });
    expect(Math.max(...sizes)).toBe(100);
    expect(transactions.size).toBe(sizes.length);
  });

  it('gets none that it has seen, and of two copies in one batch gets one', async () => {
    const { key, ids } = await backlog(3);
    await service.start(NoteTogether);
    await eventually(async () => {
      expect(await effectsOf(key)).toHaveLength(3);
    });
    await service.stop(service.instances[0]!);
    const copy = (ce_id: string, at: number) => message(reportWorkStarted, { ce_id, ce_sequence: String(at) }, key);
    const fresh = randomUUID();
    await city.produce([copy(ids[0]!, 1), copy(fresh, 4), copy(ids[2]!, 3), copy(fresh, 4)]);
    await service.start(NoteTogether);
    await eventually(async () => {
      expect((await effectsOf(key)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    });
    expect(await service.metric('inbox_duplicates_total')).toBe(3);
  });

  it('that fails saves nothing of them, and each is tried by itself: only the bad one dies', async () => {
    const { key, ids } = await backlog(20);
    const bad = ids[7]!;
    afterwards = (events) =>
      events.some(({ id }) => id === bad) ? Promise.reject(new TypeError('bad')) : Promise.resolve();
    await service.start(NoteTogether);
    await eventually(async () => {
      expect((await effectsOf(key)).map(({ event_id }) => event_id)).toEqual(ids.filter((id) => id !== bad));
    });
    expect(sizes[0]).toBe(20);
    expect(sizes.slice(1).every((size) => size === 1)).toBe(true);
    const { rows } = await sql<{ event_id: string }>`SELECT event_id FROM messaging.dead_letter`.execute(service.db);
    expect(rows).toEqual([{ event_id: bad }]);
  });

  it('leaves poison, unknown types and other handlers’ events in their places between them', async () => {
    const key = randomUUID();
    const numbered = (declaration: EventDeclaration, at: number) =>
      message(declaration, { ce_sequence: String(at) }, key);
    await city.produce([
      numbered(reportWorkStarted, 1),
      message(reportWorkStarted, { ce_type: 'reports.report.invented.v1' }, key),
      numbered(reportValidated, 3),
      { ...numbered(reportWorkStarted, 4), value: Buffer.from('{') },
      numbered(reportWorkStarted, 5),
      numbered(reportConfirmed, 6),
      numbered(reportWorkStarted, 7),
      numbered(reportValidated, 8),
    ]);
    await service.start(NoteTogether);
    await eventually(async () => {
      expect((await effectsOf(key)).map(({ sequence }) => sequence)).toEqual([1, 3, 5, 6, 7, 8]);
    });
    const { rows } = await sql`SELECT error_class FROM messaging.dead_letter
      WHERE topic = ${reportTopic.name} AND error_class = 'NotACloudEvent'`.execute(service.db);
    expect(rows).toHaveLength(1);
  });
});
