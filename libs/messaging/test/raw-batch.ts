import { gzipSync, zstdCompressSync } from 'node:zlib';
import { compressFrameSync } from 'lz4-napi';
import { compressSync } from 'snappy';

/** A record with all that Kafka allows. */
export interface RawRecord {
  readonly key?: Buffer | null;
  readonly value?: Buffer | null;
  /** Names may be any bytes, occur several times, and have no value. */
  readonly headers?: readonly (readonly [name: Buffer | string, value: Buffer | null])[];
  /** Milliseconds after the batch's first. */
  readonly delay?: bigint;
}

export interface RawBatch {
  readonly records: readonly RawRecord[];
  readonly codec?: 'none' | 'gzip' | 'snappy' | 'xerial' | 'lz4' | 'zstd';
  readonly timestamp?: bigint;
  readonly producerId?: bigint;
  readonly transactional?: boolean;
  readonly control?: boolean;
  readonly firstOffset?: bigint;
  /** Instead of the folded records. */
  readonly bytes?: Buffer;
}

const CODECS = { none: 0, gzip: 1, snappy: 2, xerial: 2, lz4: 3, zstd: 4 } as const;
const folds: Record<keyof typeof CODECS, (bytes: Buffer) => Buffer> = {
  none: (bytes) => bytes,
  gzip: (bytes) => gzipSync(bytes),
  snappy: (bytes) => compressSync(bytes),
  xerial: inXerialBlocks,
  lz4: (bytes) => compressFrameSync(bytes),
  zstd: (bytes) => zstdCompressSync(bytes),
};

/** A batch as it lies in a log: Kafka's record format 2. */
export function encodeBatch(batch: RawBatch): Buffer {
  const { records, codec = 'none', timestamp = 1_700_000_000_000n, producerId = -1n, firstOffset = 0n } = batch;
  const folded = batch.bytes ?? folds[codec](Buffer.concat(records.map(encodeRecord)));
  const attributes = CODECS[codec] | (batch.transactional ? 0x10 : 0) | (batch.control ? 0x20 : 0);
  const last = records.reduce((latest, { delay = 0n }) => (delay > latest ? delay : latest), 0n);
  const checked = Buffer.concat([
    int(2, attributes),
    int(4, records.length - 1),
    long(timestamp),
    long(timestamp + last),
    long(producerId),
    int(2, producerId < 0n ? -1 : 0),
    int(4, -1),
    int(4, records.length),
    folded,
  ]);
  const body = Buffer.concat([int(4, -1), int(1, 2), unsigned(crc32c(checked)), checked]);
  return Buffer.concat([long(firstOffset), int(4, body.length), body]);
}

function encodeRecord({ key = null, value = null, headers = [], delay = 0n }: RawRecord, offset: number): Buffer {
  const names = headers.map(([name, content]) => Buffer.concat([bytes(Buffer.from(name)), bytes(content)]));
  const head = [int(1, 0), varint(delay), varint(BigInt(offset)), bytes(key), bytes(value)];
  const body = Buffer.concat([...head, varint(BigInt(headers.length)), ...names]);
  return Buffer.concat([varint(BigInt(body.length)), body]);
}

/** As Java's clients cut a stream for snappy. */
function inXerialBlocks(whole: Buffer): Buffer {
  const blocks: Buffer[] = [Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1])];
  for (let at = 0; at < whole.length; at += 32_768) {
    const block = compressSync(whole.subarray(at, at + 32_768));
    blocks.push(int(4, block.length), block);
  }
  return Buffer.concat(blocks);
}

function bytes(content: Buffer | null): Buffer {
  return content === null ? varint(-1n) : Buffer.concat([varint(BigInt(content.length)), content]);
}

function varint(value: bigint): Buffer {
  const parts: number[] = [];
  let left = BigInt.asUintN(64, (value << 1n) ^ (value >> 63n));
  for (; left > 0x7fn; left >>= 7n) parts.push(Number(left & 0x7fn) | 0x80);
  return Buffer.from([...parts, Number(left)]);
}

export function int(size: 1 | 2 | 4, value: number): Buffer {
  const buffer = Buffer.alloc(size);
  buffer.writeIntBE(value, 0, size);
  return buffer;
}

function unsigned(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
}

function long(value: bigint): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigInt64BE(value);
  return buffer;
}

const table = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0x82f63b78 : rest >>> 1;
  return rest >>> 0;
});

function crc32c(content: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of content) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
