import { createRequire } from 'node:module';
import { ByteReader } from './byte-reader.js';
import { type FetchedRecord } from './record.js';
import { readRecordSet } from './record-batch.js';

const require = createRequire(import.meta.url);

/** The answer of a broker to a fetch of version 11, which every broker since Kafka 2.4 speaks with kafkajs. */
interface FetchResponseModule {
  decode?: (bytes: Buffer) => Promise<object>;
}

/**
 * Lets kafkajs 2.2.4 read fetched messages as we read them. Its own way knows gzip alone and crashes on all else, takes
 * time that grows with the square of a message's headers, and takes a key of four zero bytes for the end of a
 * transaction.
 *
 * @throws TypeError when kafkajs has changed and the patch would do nothing
 */
export function readFetchesOurselves(): void {
  const response = require('kafkajs/src/protocol/requests/fetch/v11/response.js') as FetchResponseModule;
  if (typeof response.decode !== 'function') throw new TypeError('kafkajs has changed: no fetch response to mend');
  response.decode = readFetchResponse;
}

/** As kafkajs wants it, with aborted transactions already left out. */
export async function readFetchResponse(bytes: Buffer): Promise<object> {
  const reader = new ByteReader(bytes);
  const clientSideThrottleTime = reader.int32();
  const [errorCode, sessionId] = [reader.int16(), reader.int32()];
  const responses: object[] = [];
  for (let left = reader.int32(); left > 0; left--) {
    const topicName = reader.take(reader.int16()).toString('utf8');
    const partitions: object[] = [];
    for (let more = reader.int32(); more > 0; more--) partitions.push(await readPartition(reader));
    responses.push({ topicName, partitions });
  }
  // The broker leaves throttling to the client: kafkajs waits, and must not wait twice.
  return { throttleTime: 0, clientSideThrottleTime, errorCode, sessionId, responses };
}

async function readPartition(reader: ByteReader): Promise<object> {
  const partition = reader.int32();
  const errorCode = reader.int16();
  const [highWatermark, lastStableOffset, lastStartOffset] = [reader.int64(), reader.int64(), reader.int64()];
  const aborted = readAborted(reader);
  const preferredReadReplica = reader.int32();
  const length = reader.int32();
  const messages = length > 0 ? await readRecordSet(reader.take(length)) : [];
  leaveOutAborted(messages, aborted);
  const offsets = {
    highWatermark: String(highWatermark),
    lastStableOffset: String(lastStableOffset),
    lastStartOffset: String(lastStartOffset),
  };
  return { partition, errorCode, ...offsets, abortedTransactions: [], preferredReadReplica, messages };
}

interface AbortedTransaction {
  readonly producerId: string;
  readonly firstOffset: bigint;
}

function readAborted(reader: ByteReader): AbortedTransaction[] {
  return Array.from({ length: Math.max(reader.int32(), 0) }, () => {
    return { producerId: String(reader.int64()), firstOffset: reader.int64() };
  });
}

/** From the first offset of an aborted transaction to the marker that ends it, what its producer wrote in it is void. */
function leaveOutAborted(records: readonly FetchedRecord[], aborted: readonly AbortedTransaction[]): void {
  const waiting = aborted.toSorted((one, other) => Number(one.firstOffset - other.firstOffset));
  const aborting = new Set<string>();
  for (const record of records) {
    while (waiting[0] !== undefined && waiting[0].firstOffset <= BigInt(record.offset)) {
      aborting.add(waiting.shift()?.producerId ?? '');
    }
    const { producerId, inTransaction } = record.batchContext;
    if (record.isControlRecord) aborting.delete(producerId);
    else if (inTransaction && aborting.has(producerId)) record.isControlRecord = true;
  }
}
