import { reportWorkStarted } from '@jaki/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { randomUUID, type UUID } from 'node:crypto';
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
    service = await TestService.create('notifications', city, { secondChances: [] });
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
    await replayDeadLetter(service.db, letters[1]!.id);
    await becomes(async () => (await lettersOf(key))[1]!.attempts, 2);
    expect(await statesOf(key)).toEqual(['dead', 'dead', 'parked']);
    scripts.delete(first.headers.ce_id);
    await replayDeadLetter(service.db, letters[0]!.id);
    await becomes(() => statesOf(key), ['replayed', 'dead', 'parked']);
    await discardDeadLetter(service.db, letters[1]!.id, 'was no event');
    await becomes(() => effectsOf(key), [1, 3]);
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
    const other = await TestService.create('reports', city, { secondChances: [] });
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
