import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { reportWorkStarted } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { listDeadLetters, showDeadLetter } from '../src/index.js';
import { message, TestCity, TestService } from './harness.js';
import { type RawBatch, type RawRecord } from './raw-batch.js';
import { produceRaw } from './raw-producer.js';
import { NoteWorkStarted } from './scripted.js';

jest.setTimeout(150_000);
/** Some hundred messages with five attempts each take a while on a busy machine. */
const PATIENCE = { within: 60_000 };

type Header = readonly [Buffer | string, Buffer | null];

const bytes = (most: number) => fc.uint8Array({ maxLength: most }).map((array) => Buffer.from(array));
const extra: fc.Arbitrary<Header> = fc.tuple(
  fc.oneof(bytes(20), fc.constantFrom('__proto__', 'constructor', 'ce_', 'ce_type', '', 'x'.repeat(3000))),
  fc.option(bytes(60), { nil: null }),
);
const odd = fc.oneof(
  bytes(40),
  fc.string().map((text) => Buffer.from(text)),
  fc.constant(null),
);
const times = fc.constantFrom('2026-02-30T00:00:00Z', '2026-11-26T00:30:00', '9999-12-31T23:59:60Z', 'soon', '1e3', '');
const numbers = fc.constantFrom('0', '-1', '1e3', '9007199254740993', '99999999999999999999', '0x10', ' 5', '１');

/** A good event, with some of its parts replaced by what Kafka allows and nobody expects. */
const anyRecord: fc.Arbitrary<RawRecord> = fc
  .record({
    replaced: fc.dictionary(fc.constantFrom('ce_id', 'ce_source', 'ce_type', 'ce_subject', 'content-type'), odd, {
      maxKeys: 2,
    }),
    time: fc.option(times),
    sequence: fc.option(numbers),
    more: fc.array(extra, { maxLength: 30 }),
    key: fc.oneof(
      { weight: 3, arbitrary: fc.constant('own') },
      bytes(20),
      fc.constant(null),
      fc.constant(Buffer.alloc(4)),
    ),
    value: fc.oneof(
      { weight: 3, arbitrary: fc.constant('own') },
      bytes(100),
      fc.json().map((text) => Buffer.from(text)),
      fc.constant(null),
      fc.constant(Buffer.from('['.repeat(50_000))),
      fc.constant(Buffer.from(JSON.stringify({ ...reportWorkStarted.sample, pad: 'a'.repeat(920_000) }))),
    ),
    delay: fc.constantFrom(0n, 1n, -5n),
  })
  .map(({ replaced, time, sequence, more, key, value, delay }) => {
    const good = message(reportWorkStarted);
    const texts: Record<string, string | Buffer | null> = { ...good.headers, ...replaced };
    if (time !== null) texts['ce_time'] = time;
    if (sequence !== null) texts['ce_sequence'] = sequence;
    const headers = Object.entries(texts).map(([name, text]): Header => [
      name,
      text === null ? null : Buffer.from(text),
    ]);
    return {
      key: key === 'own' ? Buffer.from(good.key) : key,
      value: value === 'own' ? Buffer.from(good.value) : value,
      headers: [...headers, ...more],
      delay,
    };
  });

const anyBatch: fc.Arbitrary<RawBatch> = fc.record({
  records: fc.array(anyRecord, { minLength: 1, maxLength: 6 }),
  codec: fc.constantFrom('none', 'gzip', 'snappy', 'xerial', 'lz4', 'zstd'),
  timestamp: fc.constantFrom(10n, 1_700_000_000_000n),
});

describe('any record that Kafka takes', () => {
  const city = new TestCity();
  const topic = `${city.prefix}reports.report.v1`;
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city);
    await service.start(NoteWorkStarted);
  });
  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });

  const lettersAt = async () => (await listDeadLetters(service.db, {}, 10_000)).length;
  const finished = async () =>
    (await service.effects()).length +
    (await lettersAt()) +
    (await service.metric('consumer_skipped_total')) +
    (await service.metric('inbox_duplicates_total'));

  const goodBehind = async () => {
    const both = [message(reportWorkStarted), message(reportWorkStarted)];
    for (const [partition, { key, value, headers }] of both.entries()) {
      const list = Object.entries(headers).map(([name, text]): Header => [name, Buffer.from(text)]);
      const record = { key: Buffer.from(key), value: Buffer.from(value), headers: list };
      await produceRaw(city.brokers[0]!, topic, { records: [record], partition });
    }
    await eventually(async () => {
      const ids = new Set((await service.effects()).map(({ event_id }) => event_id));
      expect(both.map(({ headers }) => ids.has(headers.ce_id))).toEqual([true, true]);
    }, PATIENCE);
  };

  it('ends in an effect, a dead letter or is of no interest here, and those behind it have their effect', async () => {
    // Given to try again what failed.
    const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
    const before = await finished();
    let sent = 0;
    for (const batch of fc.sample(anyBatch, { seed, numRuns: 120 })) {
      try {
        await produceRaw(city.brokers[0]!, topic, batch);
        sent += batch.records.length;
      } catch (refused) {
        // The broker itself takes no more than 1 MB.
        expect(String(refused)).toMatch(/refused the batch: (10|18|87|2)$/);
      }
    }
    expect(sent).toBeGreaterThan(100);
    await goodBehind();
    await eventually(async () => {
      expect({ seed, finished: (await finished()) - before }).toEqual({ seed, finished: sent + 2 });
    }, PATIENCE);
  });

  it('that was written in a transaction counts only when that was committed, whatever its key', async () => {
    const kafka = new Kafka({ brokers: city.brokers, logLevel: logLevel.NOTHING });
    const producer = kafka.producer({
      transactionalId: newId(),
      maxInFlightRequests: 1,
      idempotent: true,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    const write = async (end: 'abort' | 'commit', key: Buffer) => {
      const events = [message(reportWorkStarted), message(reportWorkStarted), message(reportWorkStarted)];
      const transaction = await producer.transaction();
      const messages = events.map(({ value, headers }) => ({ key, value, headers, partition: 0 }));
      await transaction.send({ topic, messages });
      await transaction[end]();
      return events.map(({ headers }) => headers.ce_id);
    };
    const voided = [...(await write('abort', Buffer.alloc(4))), ...(await write('abort', Buffer.from('k')))];
    const valid = await write('commit', Buffer.alloc(4));
    await producer.disconnect();
    await goodBehind();
    const ids = new Set((await service.effects()).map(({ event_id }) => event_id));
    expect(valid.map((id) => ids.has(id))).toEqual([true, true, true]);
    expect(voided.filter((id) => ids.has(id))).toEqual([]);
  });

  it('keeps a header without value as such in a dead letter', async () => {
    const value = Buffer.from('{');
    const headers: Header[] = [
      ['x', null],
      ['y', Buffer.from('1')],
    ];
    await produceRaw(city.brokers[0]!, topic, { records: [{ key: null, value, headers }], partition: 1 });
    await goodBehind();
    const [letter] = await listDeadLetters(service.db, {}, 1);
    const shown = await showDeadLetter(service.db, letter!.id);
    expect(shown).toMatchObject({ value, headers: { x: null, y: '1' } });
  });

  it('in a batch that unfolds to more than is bearable is set aside with its batch, and it alone', async () => {
    const huge = { key: null, value: Buffer.alloc(17 * 1024 * 1024) };
    const offset = await produceRaw(city.brokers[0]!, topic, { codec: 'zstd', records: [huge], partition: 1 });
    await goodBehind();
    const [letter] = await listDeadLetters(service.db, {}, 1);
    expect(letter).toMatchObject({ offset: String(offset), partition: 1, error: { name: 'Unreadable' } });
    expect(letter!.error.text).toContain(`offsets ${offset} to ${offset}, codec zstd`);
  });
});
