import type { Announcement } from './event.js';

/** The attributes of a CloudEvents 1.0 event as text, still unchecked against any declaration. */
export interface CloudEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time?: string;
  readonly subject?: string;
  readonly sequence?: string;
  readonly traceparent?: string;
  readonly correlationid?: string;
  readonly causationid?: string;
  readonly data: unknown;
}

/** A message whose bytes are no CloudEvent. It will never become one, so trying again is no use. */
export class NotACloudEvent extends Error {
  override readonly name = 'NotACloudEvent';
}

/** Kafka lets a header have no value. */
type HeaderValue = Buffer | string | null;

/** A Kafka record as kafkajs and others give it. */
export interface KafkaRecord {
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, HeaderValue | HeaderValue[] | undefined>> | undefined;
}

/** What goes beside the data of every event in binary mode, `ce_id` aside, which the outbox gives. */
export function cloudEventHeaders(
  event: Announcement,
  trace: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { declaration } = event;
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_source: declaration.topic.owner,
    ce_type: declaration.type,
    ce_time: event.time.toISOString(),
    ce_subject: event.key,
    ce_dataschema: declaration.dataschema,
    ce_partitionkey: event.key,
    ce_sequence: String(event.sequence),
    ...trace,
  };
}

/**
 * Reads a Kafka record in binary or structured mode.
 *
 * @returns null for a tombstone (null value)
 * @throws NotACloudEvent when the bytes are no JSON or an attribute that CloudEvents requires is missing
 */
export function readCloudEvent(record: KafkaRecord): CloudEvent | null {
  if (record.value === null) return null;
  const contentType = header(record, 'content-type') ?? '';
  const body = parse(record.value);
  if (/^application\/cloudevents\+json\b/i.test(contentType)) return fromAttributes(structured(body));
  return fromAttributes({ ...binary(record), data: body });
}

function binary(record: KafkaRecord): Record<string, unknown> {
  const names = Object.keys(record.headers ?? {}).filter((name) => name.startsWith('ce_'));
  return Object.fromEntries(names.map((name) => [name.slice('ce_'.length), header(record, name)]));
}

/** JSON data may also come as bytes in base64, whole-numbered attributes as numbers: the format allows both. */
function structured(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null) throw new NotACloudEvent('a structured event must be an object');
  const { data_base64: encoded, ...attributes } = body as Record<string, unknown>;
  if (typeof encoded !== 'string') return attributes;
  return { ...attributes, data: parse(Buffer.from(encoded, 'base64')) };
}

function fromAttributes(attributes: Record<string, unknown>): CloudEvent {
  const text = (name: string) => {
    const value = attributes[name];
    const isText = typeof value === 'string' && value !== '';
    return isText || Number.isInteger(value) ? { [name]: String(value) } : {};
  };
  const { id, source, type } = { ...text('id'), ...text('source'), ...text('type') } as Partial<CloudEvent>;
  if (id === undefined || source === undefined || type === undefined) {
    throw new NotACloudEvent('id, source and type are required');
  }
  const optional = ['time', 'subject', 'sequence', 'traceparent', 'correlationid', 'causationid'].map(text);
  return Object.assign({ id, source, type, data: attributes['data'] }, ...optional) as CloudEvent;
}

function header(record: KafkaRecord, name: string): string | undefined {
  const value = record.headers?.[name];
  return (Array.isArray(value) ? value[0] : value)?.toString();
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch (cause) {
    throw new NotACloudEvent('the data is no JSON', { cause });
  }
}
