import { type Consumer, Kafka, logLevel } from 'kafkajs';

/** Every byte of every record in every topic of a broker: keys, headers and values, one buffer a record. */
export async function allTopicBytes(broker: string): Promise<Buffer[]> {
  const kafka = new Kafka({ brokers: [broker], clientId: 'proof', logLevel: logLevel.NOTHING });
  const { topics, expected } = await countRecords(kafka);
  const consumer = kafka.consumer({ groupId: `proof-${crypto.randomUUID()}`, maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  try {
    return await readAll(consumer, expected);
  } finally {
    await consumer.disconnect();
  }
}

async function countRecords(kafka: Kafka): Promise<{ topics: string[]; expected: number }> {
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  const ends = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
  await admin.disconnect();
  return { topics, expected: ends.flat().reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0) };
}

function readAll(consumer: Consumer, expected: number): Promise<Buffer[]> {
  const found: Buffer[] = [];
  return new Promise((resolve, reject) => {
    const tooLate = setTimeout(() => {
      reject(new Error(`only ${found.length} of ${expected} records could be read`));
    }, 30_000);
    const run = consumer.run({
      autoCommit: false,
      eachMessage: ({ message: { key, value, headers } }) => {
        found.push(
          Buffer.concat([key ?? Buffer.of(), Buffer.from(JSON.stringify(headers, asText)), value ?? Buffer.of()]),
        );
        if (found.length === expected) {
          clearTimeout(tooLate);
          resolve(found);
        }
        return Promise.resolve();
      },
    });
    run.catch(reject);
  });
}

/** Headers are Buffers, which JSON would turn into lists of numbers. */
function asText(_: string, value: unknown): unknown {
  const buffer = value as { type?: string; data?: number[] } | null;
  return buffer?.type === 'Buffer' ? Buffer.from(buffer.data ?? []).toString() : value;
}
