import { setImmediate } from 'node:timers/promises';
import { ByteReader } from './byte-reader.js';
import { CODECS, unfold } from './codecs.js';
import { type FetchedRecord, HeaderCount, readRecord, type RecordHead } from './record.js';

/** Records of one batch: more of them than anybody sends, and each may become a dead letter. */
const MAX_RECORDS = 50_000;
const MAGIC = 2;
const LOG_HEAD = 12;
const [CODEC, APPEND_TIME, TRANSACTIONAL, CONTROL] = [0x07, 0x08, 0x10, 0x20];

/** Of one partition in one fetch: what is left is fetched again, when there is memory for it. */
const ENOUGH = 4 * 1024 * 1024;
/** For so long nobody else in this process is served. */
const BUSY_MS = 20;

/**
 * Reads what a broker sent of one partition, or as much of it as memory should hold at once. A batch that cannot be read
 * becomes one record at its last offset, which says why and holds its bytes: it alone is lost for its readers, and what
 * lies behind it is read.
 */
export async function readRecordSet(bytes: Buffer): Promise<FetchedRecord[]> {
  const reader = new ByteReader(bytes);
  const records: FetchedRecord[] = [];
  let unfolded = 0;
  while (reader.left >= LOG_HEAD && unfolded < ENOUGH) {
    const firstOffset = reader.int64();
    const length = reader.int32();
    // The last batch may be cut off: it is fetched again.
    if (length < 0 || length > reader.left) break;
    const batch = reader.take(length);
    const read = await readBatch(firstOffset, batch);
    for (const record of read.records) records.push(record);
    unfolded += read.unfolded;
  }
  return records;
}

interface ReadBatch {
  readonly records: readonly FetchedRecord[];
  /** How many bytes they take. */
  readonly unfolded: number;
}

async function readBatch(firstOffset: bigint, bytes: Buffer): Promise<ReadBatch> {
  let head: BatchHead | undefined;
  try {
    const reader = new ByteReader(bytes);
    head = readHead(firstOffset, reader);
    const count = reader.int32();
    if (count > MAX_RECORDS) throw new RangeError(`${count} records, more than ${MAX_RECORDS}`);
    const unfolded = await unfold(head.attributes & CODEC, reader.rest());
    const records = await readRecords(head, Math.max(count, 0), unfolded);
    return { records: records.length > 0 ? records : [emptyAt(head)], unfolded: unfolded.length };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const records = [unreadable(head ?? { ...UNKNOWN, firstOffset, lastOffset: firstOffset }, bytes, why)];
    return { records, unfolded: bytes.length };
  }
}

interface BatchHead {
  readonly firstOffset: bigint;
  readonly lastOffset: bigint;
  readonly attributes: number;
  readonly firstTimestamp: bigint;
  readonly maxTimestamp: bigint;
  readonly producerId: string;
}

const UNKNOWN = { attributes: 0, firstTimestamp: -1n, maxTimestamp: -1n, producerId: '-1' };

function readHead(firstOffset: bigint, reader: ByteReader): BatchHead {
  reader.take(4);
  const magic = reader.int8();
  if (magic !== MAGIC) throw new RangeError(`message format ${magic} is not known`);
  reader.take(4);
  const attributes = reader.int16();
  const lastOffset = firstOffset + BigInt(reader.int32());
  const [firstTimestamp, maxTimestamp] = [reader.int64(), reader.int64()];
  const producerId = String(reader.int64());
  reader.take(6);
  return { firstOffset, lastOffset, attributes, firstTimestamp, maxTimestamp, producerId };
}

async function readRecords(head: BatchHead, count: number, unfolded: Buffer): Promise<FetchedRecord[]> {
  const reader = new ByteReader(unfolded);
  const [common, headers] = [recordHead(head), new HeaderCount()];
  const records: FetchedRecord[] = [];
  for (let since = performance.now(); records.length < count;) {
    records.push(readRecord(common, reader.take(reader.varint()), headers));
    if (performance.now() - since < BUSY_MS) continue;
    await setImmediate();
    since = performance.now();
  }
  return records;
}

function recordHead(head: BatchHead): RecordHead {
  const { firstOffset, firstTimestamp, maxTimestamp } = head;
  const appendedAt = head.attributes & APPEND_TIME ? maxTimestamp : undefined;
  return { ...commonOf(head), firstOffset, firstTimestamp, appendedAt };
}

function commonOf({ attributes, producerId }: BatchHead) {
  const batchContext = { producerId, inTransaction: (attributes & TRANSACTIONAL) !== 0 };
  return { isControlRecord: (attributes & CONTROL) !== 0, batchContext };
}

/** A batch whose records were all deleted: stands for its offsets, so that they are passed. */
function emptyAt(head: BatchHead): FetchedRecord {
  const place = { offset: String(head.lastOffset), timestamp: String(head.maxTimestamp) };
  const nobody = { producerId: '-1', inTransaction: false };
  return { ...place, key: null, value: null, headers: {}, isControlRecord: true, batchContext: nobody };
}

function unreadable(head: BatchHead, bytes: Buffer, why: string): FetchedRecord {
  const { firstOffset, lastOffset, attributes, maxTimestamp } = head;
  const codec = CODECS[attributes & CODEC] ?? 'unknown';
  return {
    ...commonOf(head),
    offset: String(lastOffset),
    timestamp: String(maxTimestamp),
    key: null,
    value: bytes,
    headers: {},
    unreadable: `the batch of offsets ${firstOffset} to ${lastOffset}, codec ${codec}, cannot be read: ${why}`,
  };
}
