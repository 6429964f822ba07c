import { ByteReader } from './byte-reader.js';
import { CODECS, unfold } from './codecs.js';

/** A record as kafkajs hands it on, and why it could not be read when it stands for a batch. */
export interface FetchedRecord {
  readonly offset: string;
  /** Milliseconds since 1970, in decimal digits. */
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, HeaderValue | HeaderValue[]>>;
  /** Of no concern to anybody: kafkajs leaves it out, but goes on behind it. */
  isControlRecord: boolean;
  readonly batchContext: { readonly producerId: string; readonly inTransaction: boolean };
  readonly unreadable?: string;
}

export type HeaderValue = Buffer | null;

/** Records of one batch: more of them than anybody sends, and each may become a dead letter. */
const MAX_RECORDS = 50_000;
const MAGIC = 2;
const LOG_HEAD = 12;
const [CODEC, APPEND_TIME, TRANSACTIONAL, CONTROL] = [0x07, 0x08, 0x10, 0x20];

/**
 * Reads what a broker sent of one partition. A batch that cannot be read becomes one record at its last offset, which
 * says why and holds its bytes: it alone is lost for its readers, and what lies behind it is read.
 */
export async function readRecordSet(bytes: Buffer): Promise<FetchedRecord[]> {
  const reader = new ByteReader(bytes);
  const records: FetchedRecord[] = [];
  while (reader.left >= LOG_HEAD) {
    const firstOffset = reader.int64();
    const length = reader.int32();
    // The last batch may be cut off: it is fetched again.
    if (length < 0 || length > reader.left) break;
    const batch = reader.take(length);
    for (const record of await readBatch(firstOffset, batch)) records.push(record);
  }
  return records;
}

async function readBatch(firstOffset: bigint, bytes: Buffer): Promise<readonly FetchedRecord[]> {
  let head: BatchHead | undefined;
  try {
    const reader = new ByteReader(bytes);
    head = readHead(firstOffset, reader);
    const records = await readRecords(head, reader);
    return records.length > 0 ? records : [emptyAt(head)];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [unreadable(head ?? { ...UNKNOWN, firstOffset, lastOffset: firstOffset }, bytes, why)];
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

async function readRecords(head: BatchHead, reader: ByteReader): Promise<FetchedRecord[]> {
  const count = reader.int32();
  if (count > MAX_RECORDS) throw new RangeError(`${count} records, more than ${MAX_RECORDS}`);
  const records = new ByteReader(await unfold(head.attributes & CODEC, reader.rest()));
  return Array.from({ length: Math.max(count, 0) }, () =>
    readRecord(head, new ByteReader(records.take(records.varint()))),
  );
}

function readRecord(head: BatchHead, reader: ByteReader): FetchedRecord {
  reader.int8();
  const created = head.firstTimestamp + reader.varlong();
  const offset = head.firstOffset + BigInt(reader.varint());
  const [key, value] = [reader.varintBytes(), reader.varintBytes()];
  const timestamp = head.attributes & APPEND_TIME ? head.maxTimestamp : created;
  return {
    ...commonOf(head),
    offset: String(offset),
    timestamp: String(timestamp),
    key,
    value,
    headers: readHeaders(reader),
  };
}

/** In time that grows with their number alone: the sender chooses it. */
function readHeaders(reader: ByteReader): FetchedRecord['headers'] {
  const headers = new Map<string, HeaderValue[]>();
  for (let left = reader.varint(); left > 0; left--) {
    const name = reader.varintBytes()?.toString('utf8') ?? '';
    const values = headers.get(name);
    const value = reader.varintBytes();
    if (values) values.push(value);
    else headers.set(name, [value]);
  }
  return Object.fromEntries(
    Array.from(headers, ([name, [first = null, ...more]]) => [name, more.length > 0 ? [first, ...more] : first]),
  );
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
