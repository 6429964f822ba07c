import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadLetterTopic, reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { listDeadLetters, replayDeadLetter, showDeadLetter } from '../src/index.js';
import { message, TestCity, TestService } from './harness.js';
import { NoteWorkStarted, scripts } from './scripted.js';

class StreetHasNoName extends Error {}

describe('a message that cannot be handled', () => {
  const city = new TestCity();
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city);
    await service.start(NoteWorkStarted);
  });

  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });

  const letterOf = (eventId: string) =>
    eventually(async () => {
      const letter = (await listDeadLetters(service.db)).find((candidate) => candidate.eventId === eventId);
      if (letter === undefined) throw new Error('no dead letter yet');
      return letter;
    });
  const effectsOf = async (eventId: string) => (await service.effects()).filter(({ event_id }) => event_id === eventId);

  it('dies after five attempts, with the error that the handler threw, and does not stop those behind it', async () => {
    const bad = message(reportWorkStarted);
    const behind = message(reportWorkStarted, { ce_sequence: '2' }, bad.key);
    const attempts: number[] = [];
    scripts.set(bad.headers.ce_id, ({ attempt }) => {
      attempts.push(attempt);
      return Promise.reject(new StreetHasNoName('which street?'));
    });
    await city.produce([bad, behind]);
    const letter = await letterOf(bad.headers.ce_id);
    expect(letter).toMatchObject({
      attempts: 5,
      state: 'due',
      topic: 'reports.report.v1',
      error: { name: 'StreetHasNoName', text: 'which street?' },
    });
    expect(attempts).toEqual([1, 2, 3, 4, 5]);
    await eventually(async () => {
      expect(await effectsOf(behind.headers.ce_id)).toHaveLength(1);
    });
    expect(await effectsOf(bad.headers.ce_id)).toHaveLength(0);
  });

  it('is announced on the dead-letter topic of its group, with where it lies and why it died', async () => {
    const bad = message(reportWorkStarted);
    scripts.set(bad.headers.ce_id, () => Promise.reject(new TypeError('undefined is not a street')));
    await city.produce([bad]);
    const letter = await letterOf(bad.headers.ce_id);
    const notices = await eventually(async () => {
      const read = await city.read(deadLetterTopic('notifications').name);
      const ours = read.map(({ value }) => JSON.parse(String(value)) as { eventId: string; value: string });
      const found = ours.filter(({ eventId }) => eventId === bad.headers.ce_id);
      if (found.length === 0) throw new Error('no notice yet');
      return found;
    });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({
      topic: 'reports.report.v1',
      partition: letter.partition,
      offset: letter.offset,
      error: { name: 'TypeError', text: 'undefined is not a street' },
    });
    expect(Buffer.from(notices[0]!.value, 'base64').toString()).toBe(bad.value);
  });

  it('has its effect once when it is replayed after the fault is mended, and not a second time', async () => {
    const bad = message(reportWorkStarted);
    scripts.set(bad.headers.ce_id, () => Promise.reject(new Error('a bug')));
    await city.produce([bad]);
    const { id } = await letterOf(bad.headers.ce_id);

    expect(await replayDeadLetter(service.db, id)).toBe(true);
    await eventually(async () => {
      expect(await showDeadLetter(service.db, id)).toMatchObject({ attempts: 6 });
    });
    expect(await effectsOf(bad.headers.ce_id)).toHaveLength(0);

    scripts.delete(bad.headers.ce_id);
    expect(await replayDeadLetter(service.db, id)).toBe(true);
    await eventually(async () => {
      expect(await showDeadLetter(service.db, id)).toMatchObject({ state: 'replayed' });
    });
    expect(await effectsOf(bad.headers.ce_id)).toHaveLength(1);
    expect(await replayDeadLetter(service.db, id)).toBe(false);
    await city.produce([bad]);
    const marker = message(reportWorkStarted, {}, bad.key);
    await city.produce([marker]);
    await eventually(async () => {
      expect(await effectsOf(marker.headers.ce_id)).toHaveLength(1);
    });
    expect(await effectsOf(bad.headers.ce_id)).toHaveLength(1);
  });

  const valid = message(reportWorkStarted);
  const withId = () => ({ ...valid.headers, ce_id: crypto.randomUUID() });
  it.each([
    ['does not fit its schema', 'DoesNotFitSchema', { headers: withId(), value: '{"reportId": 7}' }],
    ['is no JSON', 'NotACloudEvent', { headers: withId(), value: '{"reportId": ' }],
    ['has no value', 'Tombstone', { headers: withId(), value: null }],
    ['is too large', 'TooLarge', { headers: withId(), value: JSON.stringify({ pad: 'x'.repeat(950_000) }) }],
    [
      'comes from a service that does not own the topic',
      'ForeignSource',
      { ...valid, headers: { ...withId(), ce_source: 'identity' } },
    ],
    ['has an id that is no UUID', 'NotACloudEvent', { ...valid, headers: { ...withId(), ce_id: 'no\u0000uuid' } }],
    ['has no id', 'NotACloudEvent', { ...valid, headers: { ...withId(), ce_id: '' } }],
    ['has no type', 'NotACloudEvent', { ...valid, headers: { ...withId(), ce_type: '' } }],
  ])('dies at once when it %s', async (_why, error, poison) => {
    const key = crypto.randomUUID();
    const before = (await listDeadLetters(service.db)).length;
    await city.produce([{ ...poison, key }, message(reportWorkStarted, {}, key)]);
    await eventually(async () => {
      expect((await service.effects()).filter(({ subject }) => subject === key)).toHaveLength(1);
    });
    const letters = await listDeadLetters(service.db);
    expect(letters).toHaveLength(before + 1);
    expect(letters[0]).toMatchObject({ attempts: 1, state: 'dead', error: { name: error } });
    const whole = await showDeadLetter(service.db, letters[0]!.id);
    expect(whole).toMatchObject({ key, headers: poison.headers });
    expect(whole?.value?.toString() ?? null).toBe(poison.value);
  });

  it('cannot take the real event of the same id with it when it is a forgery', async () => {
    const real = message(reportWorkStarted);
    const forged = { ...real, headers: { ...real.headers, ce_source: 'identity' } };
    await city.produce([forged, real]);
    await letterOf(real.headers.ce_id);
    await eventually(async () => {
      expect(await effectsOf(real.headers.ce_id)).toHaveLength(1);
    });
  });

  it('is counted by topic and error', async () => {
    expect(await service.registry.metrics()).toContain(
      'dead_letters_total{topic="reports.report.v1",error="StreetHasNoName"} 1',
    );
  });
});
