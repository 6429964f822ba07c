import { connect } from 'node:net';
import { encodeBatch, int, type RawBatch } from './raw-batch.js';

const PRODUCE = 0;
// The first that takes zstd.
const VERSION = 7;

/**
 * Writes one batch to a partition as it is, by Kafka's own protocol: what no client library would let one send.
 *
 * @returns the offset of its first record
 */
export async function produceRaw(
  broker: string,
  topic: string,
  batch: RawBatch & { partition?: number },
): Promise<number> {
  const records = encodeBatch(batch);
  const header = Buffer.concat([int(2, PRODUCE), int(2, VERSION), int(4, 1), text('raw-producer')]);
  const partition = Buffer.concat([int(4, 1), int(4, batch.partition ?? 0), int(4, records.length), records]);
  const body = Buffer.concat([int(2, -1), int(2, -1), int(4, 10_000), int(4, 1), text(topic), partition]);
  const answer = await ask(broker, Buffer.concat([header, body]));
  // Size, correlation id, one topic with its name, one partition with its number.
  const at = 4 + 4 + 4 + 2 + Buffer.byteLength(topic) + 4 + 4;
  const error = answer.readInt16BE(at);
  if (error !== 0) throw new Error(`the broker refused the batch: ${error}`);
  return Number(answer.readBigInt64BE(at + 2));
}

function ask(broker: string, request: Buffer): Promise<Buffer> {
  const [host = '', port] = broker.split(':');
  const socket = connect({ host, port: Number(port) });
  socket.write(Buffer.concat([int(4, request.length), request]));
  let answer = Buffer.alloc(0);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the broker hung up')));
    socket.on('data', (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length < 4 || answer.length < 4 + answer.readInt32BE()) return;
      resolve(answer);
      socket.destroy();
    });
  });
}

function text(value: string): Buffer {
  return Buffer.concat([int(2, Buffer.byteLength(value)), Buffer.from(value)]);
}
