import { ByteReader } from './byte-reader.js';

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

/** What the records of a batch have in common. */
export interface RecordHead extends Pick<FetchedRecord, 'isControlRecord' | 'batchContext'> {
  readonly firstOffset: bigint;
  readonly firstTimestamp: bigint;
  /** When the broker's clock counts. */
  readonly appendedAt: bigint | undefined;
}

/** Headers of one record, and of all records of a batch: the sender chooses their number, and each costs its reader. */
const MAX_OF_RECORD = 10_000;
const MAX_OF_BATCH = 1_000_000;

/** Counts the headers of a batch. */
export class HeaderCount {
  #all = 0;

  /** @throws RangeError when the batch has more of them than is bearable */
  add(count: number): void {
    this.#all += Math.max(count, 0);
    if (this.#all > MAX_OF_BATCH) throw new RangeError(`its records have more than ${MAX_OF_BATCH} headers`);
  }
}

/**
 * Reads one record. One with too many headers stands for itself, unread: they cost nothing then.
 *
 * @throws RangeError when its bytes are broken, and with them its batch
 */
export function readRecord(head: RecordHead, bytes: Buffer, counted: HeaderCount): FetchedRecord {
  const { firstOffset, firstTimestamp, appendedAt, ...common } = head;
  const reader = new ByteReader(bytes);
  reader.int8();
  const created = firstTimestamp + reader.varlong();
  const offset = String(firstOffset + BigInt(reader.varint()));
  const timestamp = String(appendedAt ?? created);
  const [key, value] = [reader.varintBytes(), reader.varintBytes()];
  const count = reader.varint();
  if (count > MAX_OF_RECORD) {
    const unreadable = `the message of offset ${offset} has ${count} headers, more than ${MAX_OF_RECORD}`;
    return { ...common, offset, timestamp, key, value, headers: {}, unreadable };
  }
  counted.add(count);
  return { ...common, offset, timestamp, key, value, headers: readHeaders(reader, count) };
}

/** In time that grows with their number alone. */
function readHeaders(reader: ByteReader, count: number): FetchedRecord['headers'] {
  const headers = new Map<string, HeaderValue[]>();
  for (let left = count; left > 0; left--) {
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
