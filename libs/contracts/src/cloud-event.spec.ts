import { describe, expect, it } from '@jest/globals';
import { CloudEvent as SdkEvent, Kafka } from 'cloudevents';
import { announce, cloudEventHeaders, eventTypes, type KafkaRecord, NotACloudEvent, readCloudEvent } from './index.js';

const ID = '0199c1f0-0000-7000-8000-0000000000e1';
const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

/** What a CloudEvents SDK writes, as it lies in Kafka: bytes, and headers as bytes. */
function record({ headers, value }: { headers: object; value?: unknown }): KafkaRecord {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const asBytes = Object.entries(headers).map(([name, header]) => [name, Buffer.from(String(header))] as const);
  return { value: Buffer.from(text), headers: Object.fromEntries(asBytes) };
}

describe.each([...eventTypes.values()])('$type', (declaration) => {
  const event = announce(declaration, { sequence: 7, time: new Date(0), data: declaration.sample });
  const attributes = {
    id: ID,
    source: declaration.topic.owner,
    type: declaration.type,
    time: '1970-01-01T00:00:00.000Z',
  };
  const extensions = { subject: event.key, sequence: '7', traceparent: TRACE, correlationid: ID, causationid: ID };
  const expected = { ...attributes, ...extensions, data: declaration.sample };
  const sdk = new SdkEvent({ ...expected, datacontenttype: 'application/json', dataschema: declaration.dataschema });

  it('is read as it was announced, in binary mode', () => {
    const { traceparent, correlationid, causationid } = extensions;
    const relations = { ce_traceparent: traceparent, ce_correlationid: correlationid, ce_causationid: causationid };
    const headers = { ...cloudEventHeaders(event, relations), ce_id: ID };
    expect(readCloudEvent(record({ headers, value: event.data }))).toEqual(expected);
  });

  it('is read in binary mode from a CloudEvents SDK', () => {
    expect(readCloudEvent(record(Kafka.binary(sdk)))).toEqual(expected);
  });

  it('is read in structured mode from a CloudEvents SDK, its data in base64 as well', () => {
    const structured = record(Kafka.structured(sdk));
    expect(structured.headers).toEqual({ 'content-type': Buffer.from('application/cloudevents+json; charset=utf-8') });
    expect(readCloudEvent(structured)).toEqual(expected);
    const { data: _, ...rest } = JSON.parse(String(structured.value)) as Record<string, unknown>;
    const encoded = Buffer.from(JSON.stringify(declaration.sample)).toString('base64');
    const { headers } = structured as { headers: object };
    expect(readCloudEvent(record({ headers, value: { ...rest, data_base64: encoded } }))).toEqual(expected);
  });
});

describe('an event in structured mode', () => {
  const headers = { 'content-type': 'Application/CloudEvents+JSON' };
  const minimal = { specversion: '1.0', id: 'e1', source: 'identity', type: 't', data: { a: 1 } };
  const read = (value: unknown) => readCloudEvent(record({ headers, value }));

  it('may have its sequence as a number', () => {
    expect(read({ ...minimal, sequence: 7 })).toMatchObject({ sequence: '7' });
    expect(read({ ...minimal, sequence: { of: 7 } })).not.toHaveProperty('sequence');
  });

  it.each([
    [{ ...minimal, id: '' }],
    [{ ...minimal, type: undefined }],
    ['null'],
    ['7'],
    [{ ...minimal, data_base64: 'e30x' }],
  ])('is none when it is %j', (value) => {
    expect(() => read(value)).toThrow(NotACloudEvent);
  });
});
