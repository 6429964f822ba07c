import { Kafka, logLevel, type Message, Partitioners } from 'kafkajs';
import { announce, cloudEventHeaders, reportTopic, reportWorkStarted } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { type FlowJob, type FlowResult } from './flow-job.js';
import { requireOneEffectEach } from './require-effects.js';
import { startReader } from './services.js';
import { StopWatch } from './stop-watch.js';

const AT_ONCE = 1000;

/** Writes a backlog into the topic, as a relay would. */
export async function writeBacklog({ brokers, prefix }: FlowJob, events: number): Promise<void> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  for (let written = 0; written < events; written += AT_ONCE) {
    const messages = Array.from({ length: Math.min(AT_ONCE, events - written) }, message);
    await producer.send({ topic: prefix + reportTopic.name, messages });
  }
  await producer.disconnect();
}

/** How fast a service works off a backlog that lies in Kafka, with one effect for each event. */
export async function drain(job: FlowJob): Promise<FlowResult> {
  const watch = new StopWatch(job);
  const reader = await startReader(job, watch);
  await watch.done;
  await reader.close();
  await requireOneEffectEach(job);
  return watch.result();
}

/** An event of a report of its own. */
export function workStarted(reportId: string, sequence: number) {
  const { sample } = reportWorkStarted;
  return announce(reportWorkStarted, { sequence, time: new Date(), data: { ...sample, reportId } });
}

function message(): Message {
  const event = workStarted(newId(), 1);
  const headers = { ...cloudEventHeaders(event, { ce_correlationid: newId() }), ce_id: newId() };
  return { key: event.key, headers, value: JSON.stringify(event.data) };
}
