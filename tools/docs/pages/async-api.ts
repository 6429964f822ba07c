import { readFileSync } from 'node:fs';
import { deadLetterTopic, type EventDeclaration, eventTypes, jsonSchema, type Topic, topics } from '@jaki/contracts';
import { contractsByContext } from '../../contracts/published.js';
import { jsonPage, type Page } from '../markdown.js';
import { type ServiceEvents } from '../services.js';

/** The same as the event catalogue for programs: AsyncAPI 3.1. */
export function asyncApi(services: readonly ServiceEvents[]): Page {
  const events = [...eventTypes.values()];
  const versions = new Map(contractsByContext().map(({ context, current }) => [context, current.version]));
  return jsonPage('asyncapi.json', {
    asyncapi: '3.1.0',
    info: {
      title: 'Events of the platform',
      version: packageVersion(),
      description: `CloudEvents 1.0 over Kafka, written in binary mode; our readers take structured mode as well. Dead letters of a group: ${deadLetterTopic('<group>').name}.`,
      license: { name: 'Apache-2.0' },
      tags: services.map(({ service }) => ({ name: service, description: writtenBy(service, versions.get(service)) })),
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(topics.map((topic) => [topic.name, channel(topic, events)])),
    operations: Object.fromEntries(services.flatMap(operations)),
    components: { messages: Object.fromEntries(events.map((event) => [event.type, message(event)])) },
  });
}

function packageVersion(): string {
  const file = new URL('../../../libs/contracts/package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function writtenBy(service: string, version: string | undefined): string {
  return version === undefined ? `Heard by ${service} alone` : `Written by ${service}: version ${version}`;
}

function channel(topic: Topic, events: readonly EventDeclaration[]) {
  const own = events.filter((event) => event.topic === topic);
  return {
    address: topic.name,
    description: topic.description,
    tags: [{ name: topic.owner }],
    messages: Object.fromEntries(own.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
    bindings: {
      kafka: {
        topic: topic.name,
        partitions: topic.partitions,
        topicConfiguration: { 'retention.ms': topic.retentionMs },
      },
    },
  };
}

function message(event: EventDeclaration) {
  return {
    name: event.type,
    title: event.type,
    summary: event.summary,
    contentType: 'application/json',
    tags: [{ name: event.topic.owner }],
    bindings: { kafka: { key: { type: 'string', description: `data.${event.key}` } } },
    headers: headersOf(event),
    payload: { schemaFormat: 'application/schema+json;version=draft-2020-12', schema: jsonSchema(event) },
    examples: [{ name: 'sample', payload: event.sample }],
  };
}

function headersOf(event: EventDeclaration) {
  const text = { type: 'string' };
  return {
    type: 'object',
    required: ['ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_subject', 'ce_sequence'],
    properties: {
      ce_specversion: { const: '1.0' },
      ce_id: text,
      ce_source: { const: event.topic.owner },
      ce_type: { const: event.type },
      ce_time: { type: 'string', format: 'date-time' },
      ce_subject: { ...text, description: `data.${event.key}` },
      ce_sequence: { ...text, description: "The aggregate's version: 1, 2, 3 … without a gap" },
    },
  };
}

function operations({ service, announces, hears }: ServiceEvents) {
  return [
    ...topics.flatMap((topic) => operation(service, { action: 'send', topic }, announces)),
    ...topics.flatMap((topic) => operation(service, { action: 'receive', topic }, hears)),
  ];
}

function operation(
  service: string,
  { action, topic }: { action: 'send' | 'receive'; topic: Topic },
  events: readonly EventDeclaration[],
) {
  const own = events.filter((event) => event.topic === topic);
  if (own.length === 0) return [];
  const $ref = `#/channels/${topic.name}`;
  const messages = own.map(({ type }) => ({ $ref: `${$ref}/messages/${type}` }));
  return [[`${service}.${action}.${topic.name}`, { action, channel: { $ref }, messages }] as const];
}
