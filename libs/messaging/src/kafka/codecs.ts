import { promisify } from 'node:util';
import { unzip, zstdDecompress } from 'node:zlib';
import { decompressFrame } from 'lz4-napi';
import { uncompress } from 'snappy';
import { ByteReader } from './byte-reader.js';

/** What a batch may unfold to: 16 times what a broker takes by default, and a bound to what one message can cost. */
export const MAX_UNFOLDED = 16 * 1024 * 1024;

/** The codecs of Kafka, by their numbers in a batch's attributes. */
export const CODECS = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;

const limits = { maxOutputLength: MAX_UNFOLDED };
const ways: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  none: (bytes) => Promise.resolve(bytes),
  gzip: (bytes) => promisify<Buffer, object, Buffer>(unzip)(bytes, limits),
  snappy: unfoldSnappy,
  lz4: unfoldLz4,
  zstd: (bytes) => promisify<Buffer, object, Buffer>(zstdDecompress)(bytes, limits),
};

/**
 * Unfolds the records of a batch.
 *
 * @throws Error when the codec is unknown, the bytes are broken, or more than `MAX_UNFOLDED` would come of them
 */
export async function unfold(codec: number, bytes: Buffer): Promise<Buffer> {
  const way = ways[CODECS[codec] ?? ''];
  if (way === undefined) throw new Error(`codec ${codec} is not known`);
  return way(bytes);
}

/** Java's clients cut the stream into blocks of their own framing; others send one block. */
const XERIAL = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);

async function unfoldSnappy(bytes: Buffer): Promise<Buffer> {
  const blocks = bytes.subarray(0, XERIAL.length).equals(XERIAL) ? xerialBlocks(bytes) : [bytes];
  requireBound(blocks.reduce((sum, block) => sum + snappyLength(block), 0));
  return Buffer.concat(await Promise.all(blocks.map(async (block) => Buffer.from(await uncompress(block)))));
}

function xerialBlocks(bytes: Buffer): Buffer[] {
  const reader = new ByteReader(bytes);
  reader.take(XERIAL.length + 8);
  const blocks: Buffer[] = [];
  while (reader.left > 0) blocks.push(reader.take(reader.int32()));
  return blocks;
}

/** A block begins with the length of what it unfolds to. */
function snappyLength(block: Buffer): number {
  const reader = new ByteReader(block);
  let length = 0;
  for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
    const byte = reader.int8() & 0xff;
    length += (byte & 0x7f) * factor;
    if (byte < 0x80) return length;
  }
  throw new RangeError('a snappy block has no length');
}

async function unfoldLz4(bytes: Buffer): Promise<Buffer> {
  requireBound(lz4Bound(bytes));
  return Buffer.from(await decompressFrame(bytes));
}

const LZ4_MAGIC = 0x184d2204;
const CONTENT_SIZE = 0x08;
const DICTIONARY = 0x01;
const BLOCK_CHECKSUMS = 0x10;

/** The most that a frame can unfold to: its blocks, each of the size that its head allows. */
function lz4Bound(bytes: Buffer): number {
  const reader = new ByteReader(bytes);
  if (reader.take(4).readUInt32LE() !== LZ4_MAGIC) throw new RangeError('no LZ4 frame');
  const flags = reader.int8();
  const blockSize = 2 ** (8 + 2 * ((reader.int8() >> 4) & 7));
  reader.take((flags & CONTENT_SIZE ? 8 : 0) + (flags & DICTIONARY ? 4 : 0) + 1);
  let bound = 0;
  for (;;) {
    const size = reader.take(4).readUInt32LE();
    if (size === 0) return bound;
    const stored = (size & 0x7fffffff) >>> 0;
    // A byte unfolds to 255 at most, so that a small block of a frame with large ones is not taken for a large one.
    bound += Math.min(blockSize, stored * 255);
    reader.take(stored + (flags & BLOCK_CHECKSUMS ? 4 : 0));
  }
}

function requireBound(length: number): void {
  if (length > MAX_UNFOLDED) throw new RangeError(`it would unfold to ${length} bytes, more than ${MAX_UNFOLDED}`);
}
