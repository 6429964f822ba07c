import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { sql } from 'kysely';
import { type ReceivedEvent, reportValidated, reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { type EventContext, listDeadLetters, OnEvent, OnEvents, replayDeadLetters } from '../src/index.js';
import { message, type Tables, TestCity, TestService } from './harness.js';
import { NoteWorkStarted } from './scripted.js';

type WorkStarted = ReceivedEvent<typeof reportWorkStarted>;
type Context = EventContext<Tables>;

/** What a handler does before its effect, by its name. */
const scripts = new Map<string, (event: ReceivedEvent, context: Context) => Promise<void>>();

/** Notes an effect under the handler's name. */
async function note(name: string, events: readonly ReceivedEvent[], context: Context): Promise<void> {
  for (const event of events) {
    await scripts.get(name)?.(event, context);
    await context.tx
      .insertInto('effect')
      .values({ event_id: event.id, subject: name, sequence: events.length })
      .execute();
  }
}

@Controller()
class OnWorkForRatings {
  @OnEvent(reportWorkStarted, { as: 'ratings', ordered: true })
  handle(event: WorkStarted, context: Context): Promise<void> {
    return note('ratings', [event], context);
  }
}

@Controller()
class OnWorkForSearch {
  @OnEvents([reportWorkStarted, reportValidated], { as: 'search' })
  handle(events: readonly ReceivedEvent[], context: Context): Promise<void> {
    return note('search', events, context);
  }
}

@Controller()
class OnWork {
  @OnEvent(reportWorkStarted)
  handle(event: WorkStarted, context: Context): Promise<void> {
    return note('own', [event], context);
  }
}

@Controller()
class OnWorkForRatingsAgain {
  @OnEvent(reportWorkStarted, { as: 'ratings' })
  handle(event: WorkStarted, context: Context): Promise<void> {
    return note('again', [event], context);
  }
}

describe('several handlers of one event in one service', () => {
  const city = new TestCity();
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city);
    await service.start(OnWorkForRatings, OnWorkForSearch, OnWork);
  });
  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });

  const effectsOf = async (eventId: string) =>
    (await service.effects()).filter(({ event_id }) => event_id === eventId).map(({ subject }) => subject);
  const expectEffects = (eventId: string, names: readonly string[]) =>
    eventually(async () => expect((await effectsOf(eventId)).toSorted()).toEqual(names.toSorted()));
  const lettersOf = async (eventId: string) =>
    (await listDeadLetters(service.db)).filter((letter) => letter.eventId === eventId);

  it('each have their effect once, however many copies arrive', async () => {
    const event = message(reportWorkStarted);
    const behind = message(reportWorkStarted, {}, event.key);
    await city.produce([event, event, event, behind]);
    await expectEffects(behind.headers.ce_id, ['own', 'ratings', 'search']);
    await expectEffects(event.headers.ce_id, ['own', 'ratings', 'search']);
  });

  it('know nothing of a fault of one of them: it alone is tried again, has a dead letter and is replayed', async () => {
    const event = message(reportWorkStarted);
    const behind = message(reportWorkStarted, { ce_sequence: '2' }, event.key);
    const calls: string[] = [];
    for (const name of ['own', 'ratings', 'search']) {
      scripts.set(name, ({ id }) => {
        if (id === event.headers.ce_id) calls.push(name);
        if (name === 'ratings' && id === event.headers.ce_id) throw new RangeError('six stars');
        return Promise.resolve();
      });
    }
    await city.produce([event, behind]);
    await expectEffects(behind.headers.ce_id, ['own', 'search']);
    await expectEffects(event.headers.ce_id, ['own', 'search']);
    expect(calls.filter((name) => name === 'ratings')).toHaveLength(5);
    expect(calls.filter((name) => name !== 'ratings').toSorted()).toEqual(['own', 'search']);
    expect(await lettersOf(event.headers.ce_id)).toMatchObject([
      { consumer: 'notifications/ratings', handler: 'ratings', state: 'due', error: { name: 'RangeError' } },
    ]);
    // Ordered for this handler, and for no other.
    expect(await lettersOf(behind.headers.ce_id)).toMatchObject([{ handler: 'ratings', state: 'parked' }]);

    scripts.clear();
    expect(await replayDeadLetters(service.db, { handler: 'search' })).toBe(0);
    expect(await replayDeadLetters(service.db, { handler: 'ratings' })).toBe(1);
    await expectEffects(behind.headers.ce_id, ['own', 'ratings', 'search']);
    expect((await effectsOf(event.headers.ce_id)).toSorted()).toEqual(['own', 'ratings', 'search']);
    expect(await listDeadLetters(service.db, { states: ['replayed'], handler: 'ratings' })).toHaveLength(2);
  });

  it('do not wait for one of them that waits for others', async () => {
    const event = message(reportWorkStarted);
    let free = false;
    scripts.set('ratings', async (_, { tx }) => {
      if (!free) await sql`DO $$ BEGIN RAISE EXCEPTION 'lost the race' USING ERRCODE = '40001'; END $$`.execute(tx);
    });
    await city.produce([event]);
    await expectEffects(event.headers.ce_id, ['own', 'search']);
    free = true;
    await expectEffects(event.headers.ce_id, ['own', 'ratings', 'search']);
    scripts.clear();
    expect(await lettersOf(event.headers.ce_id)).toEqual([]);
  });

  it('each have a letter of a message that cannot be read, and each its effect when it was mended', async () => {
    const bad = message(reportWorkStarted);
    await city.produce([{ ...bad, value: '{' }, message(reportWorkStarted, {}, bad.key)]);
    const letters = await eventually(async () => {
      const found = await lettersOf(bad.headers.ce_id);
      expect(found.map(({ handler }) => handler)).toEqual(expect.arrayContaining([null, 'ratings', 'search']));
      return found;
    });
    expect(letters).toHaveLength(3);
    await sql`UPDATE messaging.dead_letter SET value = ${Buffer.from(bad.value)} WHERE event_id = ${bad.headers.ce_id}`.execute(
      service.db,
    );
    await replayDeadLetters(service.db, { type: reportWorkStarted.type });
    await expectEffects(bad.headers.ce_id, ['own', 'ratings', 'search']);
  });

  it('take a flood together where they can, and one by one where they cannot', async () => {
    const key = message(reportWorkStarted).key;
    const flood = Array.from({ length: 200 }, () => message(reportWorkStarted, {}, key));
    await city.produce(flood);
    const ids = new Set(flood.map(({ headers }) => headers.ce_id));
    const of = async (name: string) =>
      (await service.effects()).filter(({ event_id, subject }) => ids.has(event_id) && subject === name);
    const counts = async () => Promise.all(['own', 'ratings', 'search'].map(async (name) => (await of(name)).length));
    await eventually(async () => expect(await counts()).toEqual([200, 200, 200]), { within: 30_000 });
    expect((await of('own')).map(({ event_id }) => event_id)).toEqual(flood.map(({ headers }) => headers.ce_id));
    expect(Math.max(...(await of('search')).map(({ sequence }) => sequence))).toBeGreaterThan(1);
  });

  it('of which one is new in a release: what the others did before is not done again, and it does the rest', async () => {
    const other = new TestCity();
    await other.createTopics('notifications');
    const grown = await TestService.create('notifications', other);
    const effects = async () => (await grown.effects()).map(({ event_id, subject }) => `${event_id} ${subject}`);
    const [before, after] = [message(reportWorkStarted), message(reportWorkStarted)];
    const instance = await grown.start(NoteWorkStarted);
    await other.produce([before]);
    await eventually(async () => expect(await grown.effects()).toHaveLength(1));
    await grown.stop(instance);
    await grown.start(NoteWorkStarted, OnWorkForRatings);
    await other.produce([before, after]);
    const expected = [
      ...[before, after].map(({ key, headers }) => `${headers.ce_id} ${key}`),
      // A copy of an event is the first that the new one sees of it.
      ...[before, after].map(({ headers }) => `${headers.ce_id} ratings`),
    ];
    await eventually(async () => expect((await effects()).toSorted()).toEqual(expected.toSorted()));
    await grown.destroy();
    await other.letGo();
  });

  it('must not share a name', async () => {
    await expect(service.start(OnWorkForRatings, OnWorkForRatingsAgain)).rejects.toThrow(
      'has two handlers named ratings',
    );
  });
});
