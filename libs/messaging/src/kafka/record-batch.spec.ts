import { zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { encodeBatch, type RawBatch, type RawRecord } from '../../test/raw-batch.js';
import { pause } from '../pause.js';
import { MAX_UNFOLDED } from './codecs.js';
import { readFetchesOurselves } from './fetch-response.js';
import { readRecordSet } from './record-batch.js';

const record = (text: string): RawRecord => ({ key: Buffer.from('k'), value: Buffer.from(text) });
const set = (...batches: RawBatch[]) => Buffer.concat(batches.map(encodeBatch));
const readable = (records: Awaited<ReturnType<typeof readRecordSet>>) => records.map(({ value }) => String(value));

describe('a batch of records', () => {
  it.each(['none', 'gzip', 'snappy', 'xerial', 'lz4', 'zstd'] as const)(
    'is read when it was folded by %s',
    async (codec) => {
      const long = 'a'.repeat(100_000);
      const records = await readRecordSet(set({ codec, records: [record('one'), record(long)], firstOffset: 7n }));
      expect(readable(records)).toEqual(['one', long]);
      expect(records.map(({ offset }) => offset)).toEqual(['7', '8']);
    },
  );

  it('keeps null and empty apart, in key, value and headers, and all values of a name that occurs several times', async () => {
    const headers = [
      ['a', null],
      ['b', Buffer.of()],
      ['c', Buffer.from('1')],
      ['c', null],
      ['__proto__', Buffer.from('x')],
      ['', Buffer.from('y')],
    ] as const;
    const [read] = await readRecordSet(set({ records: [{ key: null, value: Buffer.of(), headers }] }));
    expect(read).toMatchObject({ key: null, value: Buffer.of() });
    expect(Object.entries(read?.headers ?? {})).toEqual([
      ['a', null],
      ['b', Buffer.of()],
      ['c', [Buffer.from('1'), null]],
      ['__proto__', Buffer.from('x')],
      ['', Buffer.from('y')],
    ]);
  });

  const manyHeaders = (count: number) => Array.from({ length: count }, (_, n) => [`h${n}`, null] as const);
  /** The longest time in which nobody else was served. */
  const longestBusy = async (work: () => Promise<unknown>) => {
    let [last, longest] = [performance.now(), 0];
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    await work();
    await pause(5);
    clearInterval(timer);
    return longest;
  };

  it('is read with all its headers, up to 10,000; one with more stands for itself, and those around it are read', async () => {
    const records = [{ headers: manyHeaders(10_000) }, { ...record('x'), headers: manyHeaders(10_001) }, record('y')];
    const [bearable, unbearable, behind] = await readRecordSet(set({ records }));
    expect(Object.keys(bearable?.headers ?? {})).toHaveLength(10_000);
    expect(unbearable).toMatchObject({ offset: '1', headers: {}, value: Buffer.from('x') });
    expect(unbearable?.unreadable).toBe('the message of offset 1 has 10001 headers, more than 10000');
    expect(behind).toMatchObject({ offset: '2', value: Buffer.from('y') });
  });

  it('keeps nobody waiting, however many headers its messages have together', async () => {
    const headers = manyHeaders(80);
    const bytes = set({ codec: 'zstd', records: Array.from({ length: 12_000 }, () => ({ headers })) });
    // No request may wait longer; a fifth of it when nothing else runs.
    expect(await longestBusy(() => readRecordSet(bytes))).toBeLessThan(2_000);
    const more = set({ codec: 'zstd', records: Array.from({ length: 13_000 }, () => ({ headers })) });
    const [read] = await readRecordSet(more);
    expect(read?.unreadable).toMatch(/more than 1000000 headers/);
  });

  it('waits for the next fetch when those before it take as much memory as is bearable', async () => {
    const bomb: RawBatch = { codec: 'zstd', records: [{ value: Buffer.alloc(3 * 1024 * 1024) }] };
    const batches = Array.from({ length: 50 }, (_, n) => ({ ...bomb, firstOffset: BigInt(n) }));
    const records = await readRecordSet(set(...batches));
    expect(records.map(({ offset }) => offset)).toEqual(['0', '1']);
  });

  it.each<[string, RawBatch, RegExp]>([
    [
      'its bytes are broken',
      { codec: 'lz4', records: [record('x')], bytes: Buffer.from('no frame at all') },
      /codec lz4/,
    ],
    ['its bytes end too early', { records: [record('x'), record('y')], bytes: Buffer.from([4, 0]) }, /wanted/],
    [
      'it would unfold to more than is bearable',
      { codec: 'zstd', records: [record('x')], bytes: zstdCompressSync(Buffer.alloc(MAX_UNFOLDED + 1)) },
      /codec zstd/,
    ],
    [
      'snappy says that it would',
      { codec: 'snappy', records: [record('x')], bytes: Buffer.from([0xff, 0xff, 0xff, 0x7f]) },
      /more than/,
    ],
  ])('becomes one record that says so when %s, and those around it are read', async (_, broken, says) => {
    const before = { records: [record('before')] };
    const behind = { records: [record('behind')], firstOffset: 9n };
    const records = await readRecordSet(set(before, { ...broken, firstOffset: 1n }, behind));
    expect(records.map(({ unreadable }) => unreadable === undefined)).toEqual([true, false, true]);
    expect(records[1]?.unreadable).toMatch(says);
    expect(records[1]?.offset).toBe(String(broken.records.length));
    expect(readable([records[0]!, records[2]!])).toEqual(['before', 'behind']);
  });

  it('that is cut off at the end is left for the next fetch', async () => {
    const whole = set({ records: [record('one')] }, { records: [record('two')], firstOffset: 1n });
    expect(readable(await readRecordSet(whole.subarray(0, -3)))).toEqual(['one']);
  });

  it('that is empty is passed', async () => {
    const [passed] = await readRecordSet(set({ records: [], firstOffset: 5n }));
    expect(passed).toMatchObject({ isControlRecord: true, offset: '4' });
  });

  it('the mending does what it promises with this kafkajs', () => {
    expect(readFetchesOurselves).not.toThrow();
  });
});
