import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { reportTopic, reportWorkStarted } from '@jaki/contracts';
import { message, type TestCity } from './harness.js';

/** kafkajs does not split, and the broker takes a megabyte of a partition at once. */
const BYTES_AT_ONCE = 900_000;
const EVENT_BYTES = 900;

/** How many events, of how many reports in turn, and how much each is blown up. */
export interface Flood {
  readonly events: number;
  readonly reports: number;
  readonly pad?: number;
}

/** Fills the report topic as fast as it takes it: the events of each report in order, by sequence 1, 2, 3 … */
export async function flood(city: TestCity, { events, reports, pad = 0 }: Flood): Promise<readonly string[]> {
  const keys = Array.from({ length: reports }, () => randomUUID());
  const producer = new Kafka({ brokers: city.brokers, clientId: 'flood', logLevel: logLevel.NOTHING }).producer({
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const atOnce = Math.floor(BYTES_AT_ONCE / (EVENT_BYTES + pad));
  for (let from = 0; from < events; from += atOnce) {
    const messages = Array.from({ length: Math.min(atOnce, events - from) }, (_, index) => {
      const sequence = Math.floor((from + index) / reports) + 1;
      const one = message(reportWorkStarted, { ce_sequence: String(sequence) }, keys[(from + index) % reports]);
      return { ...one, value: JSON.stringify({ ...(JSON.parse(one.value) as object), pad: 'x'.repeat(pad) }) };
    });
    await producer.send({ topic: city.prefix + reportTopic.name, acks: -1, messages });
  }
  await producer.disconnect();
  return keys;
}
