import { Writable } from 'node:stream';
import { type Provider } from '@nestjs/common';
import { freshTopicPrefix, stackAddresses, testDatabase, TestIssuer } from '@jaki/testing';
import { createService, type RunningService } from '../../src/index.js';
import { things, ThingsModule } from './things.js';

export interface Answer {
  status: number;
  headers: Headers;
  // A test says by its expectations what it awaits in here.
  body: Record<string, unknown> & { errors?: { in: string; pointer: string; code: string }[] };
}

export interface StartedThings {
  service: RunningService;
  issuer: TestIssuer;
  database: string;
  /** What it was started with. */
  env: Record<string, string>;
  /** Another instance, on the same database. */
  beside(env?: Record<string, string>): Promise<RunningService>;
  /** All that it logged, a parsed line each. */
  logged: Record<string, unknown>[];
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  token(claims?: Record<string, unknown>): Promise<string>;
  stop(): Promise<void>;
}

export interface CallOptions {
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: string | Buffer;
  token?: string;
  headers?: Record<string, string>;
}

interface StartOptions {
  env?: Record<string, string>;
  providers?: Provider[];
}

/** Everything that `things` needs to run, with a database of its own. */
export async function environment(issuer: TestIssuer) {
  const database = await testDatabase([]);
  const env = {
    DATABASE_URL: database.url,
    KAFKA_BROKERS: stackAddresses().brokers,
    KAFKA_TOPIC_PREFIX: freshTopicPrefix(),
    ISSUER: issuer.url,
    JOBS: 'off',
  };
  return { env, drop: () => database.drop() };
}

/** The sample service, really running, with an issuer of its own. */
export async function startThings({ env = {}, providers = [] }: StartOptions = {}): Promise<StartedThings> {
  const issuer = await TestIssuer.create();
  const base = await environment(issuer);
  const logged: Record<string, unknown>[] = [];
  const logTo = new Writable({
    write(line: Buffer, _encoding, done) {
      logged.push(JSON.parse(line.toString()) as Record<string, unknown>);
      done();
    },
  });
  const service = await createService(ThingsModule, { env: { ...base.env, ...env }, providers, logTo });
  return {
    service,
    issuer,
    database: base.env.DATABASE_URL,
    env: { ...base.env, ...env },
    beside: (own = {}) => createService(ThingsModule, { env: { ...base.env, ...env, ...own }, providers, logTo }),
    logged,
    call: (method, path, options = {}) => call(service.url + path, method, options),
    token: (claims = {}) => issuer.token({ audience: things.audience, ...claims }),
    stop: async () => {
      await service.close();
      await issuer.stop();
      await base.drop();
    },
  };
}

export async function call(url: string, method: string, options: CallOptions): Promise<Answer> {
  const { body, raw, token, headers } = options;
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method,
    headers: {
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parse(text) };
}

function parse(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return { text };
  }
}
