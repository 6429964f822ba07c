import { randomUUID, type UUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import {
  discardDeadLetter,
  listDeadLetters,
  replayDeadLetter,
  replayDeadLetters,
  showDeadLetter,
} from '../src/index.js';
import { message, TestCity, TestService } from './harness.js';
import { NoteInOrder, NoteWorkStarted, scripts } from './scripted.js';

const broken = () => Promise.reject(new Error('a bug'));
const eventsOf = (key: UUID, ...sequences: number[]) =>
  sequences.map((sequence) => message(reportWorkStarted, { ce_sequence: String(sequence) }, key));

describe('where order matters, a dead letter', () => {
  const city = new TestCity();
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications', 'reports');
    service = await TestService.create('notifications', city, { retryDelays: [] });
    await service.start(NoteInOrder);
  });

  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });
  afterEach(() => scripts.clear());

  const effectsOf = async (key: string) =>
    (await service.effects()).filter(({ subject }) => subject === key).map(({ sequence }) => sequence);
  const lettersOf = async (key: string) =>
    (await listDeadLetters(service.db)).filter((letter) => letter.key === key).reverse();
  const statesOf = async (key: string) => (await lettersOf(key)).map(({ state }) => state);
  const becomes = async <Value>(value: () => Promise<Value>, expected: Value) =>
    eventually(async () => expect(await value()).toEqual(expected), { within: 15_000 });

  /** Events 1, 2 and 3 of a new report, of which the first is dead. */
  const deadFirst = async () => {
    const key = randomUUID();
    const events = eventsOf(key, 1, 2, 3);
    scripts.set(events[0]!.headers.ce_id, broken);
    await city.produce(events);
    await becomes(() => statesOf(key), ['dead', 'parked', 'parked']);
    return { key, events, letters: await lettersOf(key) };
  };

  it('holds back later events of its key without an attempt, and no other key', async () => {
    const { key } = await deadFirst();
    const others = Array.from({ length: 10 }, () => eventsOf(randomUUID(), 1, 2)).flat();
    await city.produce(others);
    for (const other of others) await eventually(async () => expect(await effectsOf(other.key)).toEqual([1, 2]));
    expect(await effectsOf(key)).toEqual([]);
    expect((await lettersOf(key)).map(({ attempts }) => attempts)).toEqual([5, 0, 0]);
  });

  it('lets them follow in order once it was replayed', async () => {
    const { key, events, letters } = await deadFirst();
    await replayDeadLetter(service.db, letters[0]!.id);
    await becomes(async () => (await lettersOf(key))[0]!.attempts, 6);
    expect(await statesOf(key)).toEqual(['dead', 'parked', 'parked']);
    scripts.delete(events[0]!.headers.ce_id);
    await replayDeadLetter(service.db, letters[0]!.id);
    await becomes(() => statesOf(key), ['replayed', 'replayed', 'replayed']);
    await city.produce(eventsOf(key, 4));
    await becomes(() => effectsOf(key), [1, 2, 3, 4]);
  });

  it('lets them follow once it was discarded for a reason, which is kept', async () => {
    const { key, letters } = await deadFirst();
    await expect(discardDeadLetter(service.db, letters[0]!.id, ' ')).rejects.toThrow('say why');
    expect(await discardDeadLetter(service.db, letters[0]!.id, 'filed twice by the import')).toBe(true);
    await becomes(() => effectsOf(key), [2, 3]);
    expect(await statesOf(key)).toEqual(['discarded', 'replayed', 'replayed']);
    const letter = await showDeadLetter(service.db, letters[0]!.id);
    expect(letter).toMatchObject({ state: 'discarded', discardReason: 'filed twice by the import' });
    expect(letter?.settledAt).toBeInstanceOf(Date);
    expect(await discardDeadLetter(service.db, letters[0]!.id, 'again')).toBe(false);
    expect(await replayDeadLetter(service.db, letters[0]!.id)).toBe(false);
  });

  it('is not overtaken by an event that arrives while it is being replayed, and does not stop its partition', async () => {
    const { key, events, letters } = await deadFirst();
    const [running, mayEnd] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    scripts.set(events[0]!.headers.ce_id, () => {
      running.resolve(undefined);
      return mayEnd.promise;
    });
    await replayDeadLetter(service.db, letters[0]!.id);
    await running.promise;
    expect(await discardDeadLetter(service.db, letters[0]!.id, 'too late')).toBe(false);
    const other = randomUUID();
    await city.produce([...eventsOf(key, 4), ...eventsOf(other, 1)]);
    await becomes(() => effectsOf(other), [1]);
    await becomes(() => statesOf(key), ['due', 'parked', 'parked', 'parked']);
    mayEnd.resolve(undefined);
    await becomes(() => effectsOf(key), [1, 2, 3, 4]);
    expect(await statesOf(key)).toEqual(['replayed', 'replayed', 'replayed', 'replayed']);
  });

  it('is seen by an event that is just being parked when it is settled', async () => {
    const { key, second, mayEnd } = await beingReplayed();
    await slowly('INSERT', 'parked', async () => {
      await city.produce([second]);
      await somethingSleeps();
      mayEnd.resolve(undefined);
      await becomes(() => effectsOf(key), [1, 2]);
    });
  });

  it('lets an event pass that arrives when it is just being settled', async () => {
    const { key, second, mayEnd } = await beingReplayed();
    await slowly('UPDATE', 'replayed', async () => {
      mayEnd.resolve(undefined);
      await somethingSleeps();
      await city.produce([second]);
      await becomes(() => effectsOf(key), [1, 2]);
    });
  });

  /** Two events, of which the first is dead and its replay goes on until it may end. */
  async function beingReplayed() {
    const key = randomUUID();
    const [first, second] = eventsOf(key, 1, 2) as [Sent, Sent];
    scripts.set(first.headers.ce_id, broken);
    await city.produce([first]);
    await becomes(() => statesOf(key), ['dead']);
    const [running, mayEnd] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    scripts.set(first.headers.ce_id, () => {
      running.resolve(undefined);
      return mayEnd.promise;
    });
    await replayDeadLetters(service.db);
    await running.promise;
    return { key, second, mayEnd };
  }

  /** While the work runs, letters come into that state in a second and not at once. */
  async function slowly(change: 'INSERT' | 'UPDATE', state: string, work: () => Promise<void>): Promise<void> {
    await sql`CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_sleep(1); RETURN NEW; END $$`.execute(service.db);
    await sql`CREATE TRIGGER linger BEFORE ${sql.raw(change)} ON messaging.dead_letter FOR EACH ROW
      WHEN (NEW.state = ${sql.lit(state)}) EXECUTE FUNCTION linger()`.execute(service.db);
    await work();
    await sql`DROP FUNCTION linger CASCADE`.execute(service.db);
  }

  const somethingSleeps = () =>
    eventually(async () => {
      const { rows } = await sql`SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event = 'PgSleep'`.execute(service.db);
      expect(rows).toHaveLength(1);
    });

  it('is followed by the next one that fails in its turn, which then holds back the rest', async () => {
    const { key, events, letters } = await deadFirst();
    scripts.delete(events[0]!.headers.ce_id);
    scripts.set(events[1]!.headers.ce_id, broken);
    await replayDeadLetter(service.db, letters[0]!.id);
    await becomes(() => statesOf(key), ['replayed', 'dead', 'parked']);
    expect((await lettersOf(key))[1]).toMatchObject({ attempts: 5, error: { text: 'a bug' } });
    scripts.delete(events[1]!.headers.ce_id);
    await replayDeadLetter(service.db, letters[1]!.id);
    await becomes(() => effectsOf(key), [1, 2, 3]);
  });

  it('has a place in the order also when others of its key are replayed before it', async () => {
    const key = randomUUID();
    const [first, second, third] = eventsOf(key, 1, 2, 3) as [Sent, Sent, Sent];
    scripts.set(first.headers.ce_id, broken);
    await city.produce([first, { ...second, value: '{}' }, third]);
    await becomes(() => statesOf(key), ['dead', 'dead', 'parked']);
    const letters = await lettersOf(key);
    // The consumer was mended: now it reads what it could not read.
    const mended = sql`UPDATE messaging.dead_letter SET value = ${Buffer.from(second.value)} WHERE id = ${letters[1]!.id}`;
    await mended.execute(service.db);
    await replayDeadLetter(service.db, letters[1]!.id);
    await becomes(() => statesOf(key), ['dead', 'parked', 'parked']);
    scripts.delete(first.headers.ce_id);
    await replayDeadLetter(service.db, letters[0]!.id);
    await becomes(() => effectsOf(key), [1, 2, 3]);
  });

  it('is counted by its state, with those behind it', async () => {
    const waiting = async () => {
      const text = await service.registry.getSingleMetricAsString('dead_letters_waiting');
      const count = (state: string) => Number(new RegExp(`state="${state}"\\} (\\d+)`).exec(text)?.[1]);
      return { dead: count('dead'), due: count('due'), parked: count('parked') };
    };
    const before = await waiting();
    const { letters } = await deadFirst();
    expect(await waiting()).toEqual({ due: 0, dead: before.dead + 1, parked: before.parked + 2 });
    await discardDeadLetter(service.db, letters[0]!.id, 'counted');
    await becomes(waiting, before);
  });

  it('keeps one copy of an event that comes again while it waits', async () => {
    const { key, events, letters } = await deadFirst();
    await city.produce(events);
    const marker = eventsOf(key, 4);
    await city.produce(marker);
    await becomes(() => statesOf(key), ['dead', 'parked', 'parked', 'parked']);
    scripts.clear();
    await replayDeadLetter(service.db, letters[0]!.id);
    await becomes(() => effectsOf(key), [1, 2, 3, 4]);
  });

  it('may have a key that is longer than an index takes', async () => {
    const key = 'k'.repeat(20_000);
    const events = eventsOf(randomUUID(), 1, 2).map((event) => ({ ...event, key }));
    scripts.set(events[0]!.headers.ce_id, broken);
    await city.produce(events);
    await becomes(() => statesOf(key), ['dead', 'parked']);
    scripts.clear();
    await replayDeadLetters(service.db);
    await becomes(() => statesOf(key), ['replayed', 'replayed']);
  });

  it('holds back nothing in a service that does not ask for order', async () => {
    const other = await TestService.create('reports', city, { retryDelays: [] });
    await other.start(NoteWorkStarted);
    const key = randomUUID();
    const events = eventsOf(key, 1, 2);
    scripts.set(events[0]!.headers.ce_id, broken);
    await city.produce(events);
    await becomes(async () => (await other.effects()).filter(({ subject }) => subject === key).length, 1);
    await becomes(() => statesOf(key), ['dead', 'parked']);
    await other.destroy();
  });
});

type Sent = ReturnType<typeof message>;
