import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { Kafka, type KafkaMessage } from 'cloudevents';
import { announce, cloudEventHeaders, eventTypes, jsonSchema } from './index.js';

// Another validator than ours, and the SDK that others will use: they must understand what we publish.
const ajv = new Ajv2020({ strict: true, keywords: ['x-privacy', 'x-topic', 'x-key'], formats: fullFormats });

describe.each([...eventTypes.values()])('the JSON Schema of $type', (declaration) => {
  const document = jsonSchema(declaration);
  const checks = ajv.compile(document);
  const { sample, validator } = declaration;

  it('is a document that another validator takes and that its own example fits', () => {
    expect(document).toMatchObject({ $id: `urn:jaki:schema:${declaration.type}`, examples: [sample] });
    expect(checks(sample)).toBe(true);
  });

  it('agrees with our validator on every field that is missing or of a wrong kind', () => {
    const fields = Object.keys(sample);
    const broken = [
      {},
      [],
      null,
      ...fields.map((field) => Object.fromEntries(Object.entries(sample).filter(([name]) => name !== field))),
      ...[1, null, '', 'no Such Code', '2026-13-01', {}].flatMap((value) =>
        fields.map((field) => ({ ...sample, [field]: value })),
      ),
    ];
    const verdicts = broken.map((data) => [data, checks(data)]);
    expect(verdicts).toEqual(broken.map((data) => [data, validator.Check(data)]));
    expect(verdicts.filter(([, fits]) => fits === false).length).toBeGreaterThan(fields.length);
  });

  it('says of each field what it means and who may learn it', () => {
    const properties = Object.values(document['properties'] as Record<string, Record<string, unknown>>);
    expect(properties.map((each) => [typeof each['description'], each['x-privacy']])).toEqual(
      properties.map(() => ['string', expect.stringMatching(/^(public|pseudonymous)$/)]),
    );
  });

  it('belongs to an event that a CloudEvents SDK reads', () => {
    const event = announce(declaration, { sequence: 7, time: new Date(0), data: sample });
    const headers = { ...cloudEventHeaders(event), ce_id: 'e1' };
    const value = JSON.stringify(event.data);
    const read = Kafka.toEvent({ headers, key: event.key, value, body: event.data } as KafkaMessage);
    expect(read).toMatchObject({ id: 'e1', type: declaration.type, source: declaration.topic.owner, sequence: '7' });
    expect(read).toMatchObject({ partitionkey: event.key, subject: event.key, data: event.data });
  });
});
