// Reads events with a Kafka client and nothing else: node read.mjs [topic …]. One JSON line for each event, from the first.
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';

const { KAFKA_BROKERS = '127.0.0.1:19092', GROUP = `plain-reader-${randomUUID()}` } = process.env;
const topics = process.argv.length > 2 ? process.argv.slice(2) : ['reports.report.v1', 'identity.organisation.v1'];

const kafka = new Kafka({ brokers: KAFKA_BROKERS.split(','), clientId: 'plain-reader', logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: GROUP });
await consumer.connect();
await consumer.subscribe({ topics, fromBeginning: true });
await consumer.run({
  async eachMessage({ message: { headers, key, value } }) {
    const { ce_id, ce_type, ce_time, ce_sequence } = headers;
    const attributes = { id: `${ce_id}`, type: `${ce_type}`, time: `${ce_time}`, sequence: Number(ce_sequence) };
    console.log(JSON.stringify({ ...attributes, key: `${key}`, data: JSON.parse(value) }));
  },
});
