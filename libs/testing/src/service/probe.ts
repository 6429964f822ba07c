import pg from 'pg';
import {
  type CloudEvent,
  type EventData,
  type EventDeclaration,
  readCloudEvent,
  type Topic,
  topics,
} from '@jaki/contracts';
import { typeParsers } from '@jaki/platform';
import { becomesTrue } from '../embedded/wait.js';
import { type TokenClaims, type TokenOptions } from '../test-issuer.js';
import { type DeliveryOptions, eventMessage } from './delivery.js';
import { type HttpClient, httpClient } from './http-client.js';
import { type Surroundings } from './surroundings.js';
import { TopicReader, type TopicRecord } from './topic-reader.js';
import { type RawMessage, TopicWriter } from './topic-writer.js';

/** How a test looks at a service from outside: HTTP, its topics, its tables. */
export interface Probe {
  readonly url: string;
  /** The address of its database, of a superuser. */
  readonly database: string;
  readonly http: HttpClient;
  /** An access token for this service. */
  token(claims?: Partial<TokenClaims>, options?: TokenOptions): Promise<string>;
  /** A seal as the token had it, out of what the service made of it. */
  unwrap(seal: string): Promise<string>;
  /** The events in the topics that this service owns, read by an independent consumer; all or those of one type. */
  published(type?: string): Promise<CloudEvent[]>;
  /** Every record of a topic of the platform (its name without prefix), as it lies there. */
  records(topic: string): Promise<TopicRecord[]>;
  /** Writes an event to its real topic and waits until this service has taken it in. @returns its `ce_id` */
  deliver<Declaration extends EventDeclaration>(
    declaration: Declaration,
    data: EventData<Declaration>,
    options: DeliveryOptions,
  ): Promise<string>;
  /** Writes any bytes to a topic (its name without prefix). */
  produce(topic: string, message: RawMessage): Promise<void>;
  sql<Row extends object = Record<string, unknown>>(query: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Disconnects this probe, not the service. */
  letGo(): Promise<void>;
}

const TAKEN_WITHIN = 20_000;

/** The events that lie in those topics; all or those of one type. */
async function eventsIn(topics: readonly string[], reader: TopicReader, type?: string): Promise<CloudEvent[]> {
  const records = (await reader.records()).filter(({ topic }) => topics.includes(topic));
  const events = records.map(readCloudEvent).filter((event) => event !== null);
  return type === undefined ? events : events.filter((event) => event.type === type);
}

export function probe(of: { name: string; audience: string; url: string; surroundings: Surroundings }): Probe {
  const { database, brokers, topicPrefix, issuer } = of.surroundings;
  const pool = new pg.Pool({ connectionString: database, max: 2, types: typeParsers });
  pool.on('error', () => undefined);
  const writer = new TopicWriter(brokers);
  const named = (list: readonly Topic[]) => list.map(({ name }) => topicPrefix + name);
  const reader = new TopicReader(brokers, named(of.surroundings.topics));
  const own = named(topics.filter((topic) => topic.owner === of.name));
  const sql: Probe['sql'] = async <Row extends object>(query: string, values: readonly unknown[] = []) =>
    (await pool.query<Row>(query, [...values])).rows;
  return {
    url: of.url,
    database,
    http: httpClient(of.url),
    token: (claims = {}, options = {}) => issuer.token({ audience: of.audience, ...claims }, options),
    unwrap: (seal) => issuer.unwrap(seal),
    published: (type) => eventsIn(own, reader, type),
    records: async (topic) => (await reader.records()).filter((record) => record.topic === topicPrefix + topic),
    deliver: deliverer({ name: of.name, topicPrefix, writer, sql }),
    produce: (topic, message) => writer.write(topicPrefix + topic, message),
    sql,
    letGo: () => Promise.all([reader.close(), writer.close(), pool.end()]).then(() => undefined),
  };
}

interface Delivery extends Pick<Probe, 'sql'> {
  readonly name: string;
  readonly topicPrefix: string;
  readonly writer: TopicWriter;
}

function deliverer({ name, topicPrefix, writer, sql }: Delivery): Probe['deliver'] {
  const taken = (id: string) => async () =>
    (await sql('SELECT 1 FROM messaging.inbox WHERE event_id = $1', [id])).length > 0;
  return async (declaration, data, options) => {
    const { id, message } = eventMessage(declaration, data, options);
    await writer.write(topicPrefix + declaration.topic.name, message);
    if (options.awaited === false || (await becomesTrue(taken(id), TAKEN_WITHIN, 5))) return id;
    throw new Error(`${name} did not take in ${declaration.type} ${id} within ${TAKEN_WITHIN} ms`);
  };
}
