import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CloudEvent, Kafka, type KafkaMessage } from 'cloudevents';
import { announce, type EventDeclaration, eventTypes, topics } from '@jaki/contracts';
import { eventually, testDatabase, type TopicRecord } from '@jaki/testing';
import { createTopics, Outbox, subscribe, subscription } from '../src/index.js';
import { TestCity, TestService } from './harness.js';

const plainReader = new URL('../../../examples/plain-reader/read.mjs', import.meta.url).pathname;
const declarations = [...eventTypes.values()];

/** Announces each event type of a service once, as the service would. */
async function announceAll(service: TestService): Promise<void> {
  const own = declarations.filter(({ topic }) => topic.owner === service.name);
  const events = own.map((each, index) => announce(each, { sequence: index + 1, time: new Date(), data: each.sample }));
  const outbox = service.instances[0]!.get(Outbox);
  await service.db.transaction().execute((tx) => outbox.add(tx, events));
}

/** As an outsider's Kafka client hands it to the SDK. */
const toSdk = ({ key, headers, value }: TopicRecord) =>
  Kafka.toEvent({ key, headers, value } as unknown as KafkaMessage) as CloudEvent<unknown>;

describe('outsiders, who have none of our code,', () => {
  const city = new TestCity();
  const services: TestService[] = [];
  let records: readonly TopicRecord[];

  beforeAll(async () => {
    await createTopics(city.brokers, topics, city.prefix);
    for (const name of new Set(topics.map(({ owner }) => owner))) {
      const service = await TestService.create(name, city);
      services.push(service);
      await service.start();
      await announceAll(service);
    }
    records = await eventually(async () => {
      const all = (await Promise.all(topics.map(({ name }) => city.read(name)))).flat();
      expect(all).toHaveLength(declarations.length);
      return all;
    });
  });
  afterAll(async () => {
    await Promise.all([...services.map((service) => service.destroy()), city.letGo()]);
  });

  const recordOf = ({ type }: EventDeclaration) => records.find(({ headers }) => headers['ce_type'] === type)!;

  it.each(declarations)('read $type off its topic with a CloudEvents SDK', (declaration) => {
    const event = toSdk(recordOf(declaration));
    expect(event.validate()).toBe(true);
    expect(event).toMatchObject({ source: declaration.topic.owner, dataschema: declaration.dataschema });
    expect(event).toMatchObject({ subject: recordOf(declaration).key, data: declaration.sample });
  });

  it('read all topics with a script that knows Kafka only', async () => {
    const names = topics.map(({ name }) => city.prefix + name);
    const env = { ...process.env, KAFKA_BROKERS: city.brokers.join(','), GROUP: `${city.prefix}plain` };
    const reader = spawn(process.execPath, [plainReader, ...names], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const read: { type: string; id: string; data: unknown }[] = [];
    try {
      for await (const line of createInterface({ input: reader.stdout })) {
        read.push(JSON.parse(line) as (typeof read)[number]);
        if (read.length === declarations.length) break;
      }
    } finally {
      reader.kill('SIGKILL');
    }
    for (const declaration of declarations) {
      const { ce_id: id, ce_sequence } = recordOf(declaration).headers;
      const line = { id, sequence: Number(ce_sequence), data: declaration.sample };
      expect(read.find(({ type }) => type === declaration.type)).toMatchObject(line);
    }
  });

  it('may write the same events in structured mode: we take them, each once whichever way it comes', async () => {
    const database = await testDatabase([]);
    const handled: string[] = [];
    const on = declarations.map((declaration) =>
      subscription(declaration, ({ id, type, data }) => {
        expect(data).toEqual(declaration.sample);
        handled.push(`${type} ${id}`);
        return Promise.resolve();
      }),
    );
    const outside = { databaseUrl: database.url, brokers: city.brokers, topicPrefix: city.prefix };
    const listener = await subscribe({ name: 'outsider', ...outside, on, logLevels: [] });
    try {
      const expected: string[] = [];
      for (const declaration of declarations) {
        const copy = toSdk(recordOf(declaration));
        const another = copy.cloneWith({ id: randomUUID() });
        expected.push(...[copy, another].map(({ type, id }) => `${type} ${id}`));
        for (const event of [copy, another]) await city.produce([structured(event)], declaration.topic.name);
      }
      await eventually(() => expect(handled.toSorted()).toEqual(expected.toSorted()));
    } finally {
      await listener.stop();
      await database.drop();
    }
  });
});

/** As the SDK writes it, which leaves the key to an extension. */
function structured(event: CloudEvent<unknown>) {
  const { headers, value } = Kafka.structured(event) as { headers: Record<string, string>; value: string };
  expect(JSON.parse(value)).toMatchObject({ data: event.data });
  return { key: event.subject!, headers, value };
}
