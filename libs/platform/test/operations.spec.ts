import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { queryOnce, TestIssuer } from '@jaki/testing';
import { createService } from '../src/index.js';
import { Leftovers } from './things/leftovers.js';
import { call, environment, type StartedThings, startThings } from './things/start.js';
import { ThingsModule } from './things/things.js';
import { Wire } from './things/wire.js';

describe('a running service', () => {
  let things: StartedThings;

  beforeAll(async () => {
    things = await startThings({ env: { CORS_ORIGINS: 'https://app.example', LOG_LEVEL: 'info' } });
  });
  afterAll(() => things.stop());

  it('says that it lives and that it is ready', async () => {
    expect(await things.call('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    const { status, body } = await things.call('GET', '/health/ready');
    expect([status, body['checks']]).toEqual([200, { database: 'ok', events: 'ok' }]);
  });

  it('shows each check of its health as a metric', async () => {
    const text = String((await things.call('GET', '/metrics')).body['text']);
    for (const check of ['database', 'events']) {
      expect(text).toMatch(new RegExp(`^health_check\\{check="${check}",service="\\w+"\\} 1$`, 'm'));
    }
  });

  it('shows how long requests took by route, never by address', async () => {
    await things.call('GET', '/v1/things/01a200b6-3c2a-7dff-a75b-f34afdd8ed62');
    const text = String((await things.call('GET', '/metrics')).body['text']);
    expect(text).toMatch(/^http_request_duration_seconds_count\{.*route="\/v1\/things\/:id".*\} 1$/m);
    expect(text).not.toContain('01a200b6');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).toContain('outbox_pending');
  });

  it('hands on a correlation id that is a UUID or a trace id, and makes one of its own instead of any other', async () => {
    const ask = async (id: string) =>
      (await things.call('GET', '/v1/things', { headers: { 'x-correlation-id': id } })).headers.get('x-correlation-id');
    for (const id of [randomUUID(), '0af7651916cd43dd8448eb211c80319c']) expect(await ask(id)).toBe(id);
    // It goes into events, which carry nothing that somebody may have typed.
    for (const typed of ['081200000001', 'a"b', 'x'.repeat(65)]) expect(await ask(typed)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('puts the correlation id into every line of the request, also after a body was read', async () => {
    // A body of many packets: Fastify carries the context over them, and we rely on it.
    const id = randomUUID();
    const raw = `{"name":"hello"${' '.repeat(900_000)}}`;
    await things.call('POST', '/v1/things/log', { raw, headers: { 'x-correlation-id': id } });
    const lines = things.logged.filter(({ correlationId }) => correlationId === id);
    expect(lines.map(({ msg }) => msg)).toEqual(['said', 'request']);
  });

  it('logs a request by its route and no secret or phone number, however deep', async () => {
    const id = randomUUID();
    const headers = { 'x-correlation-id': id, 'x-api-key': 'key-secret', cookie: 'c=1' };
    await things.call('POST', '/v1/things/log?lat=-6.2', { body: { name: 'hello' }, token: 'tok-secret', headers });
    const lines = JSON.stringify(things.logged.filter(({ correlationId }) => correlationId === id));
    expect(lines).toContain('"route":"/v1/things/log"');
    expect(lines).toContain('[removed]');
    for (const secret of ['+6281234567890', 'Bearer abc', 'key-secret', 'tok-secret', '-6.2']) {
      expect(lines).not.toContain(secret);
    }
  });

  it('lets pages of the configured origins in and no others', async () => {
    const preflight = async (origin: string) =>
      fetch(`${things.service.url}/v1/things`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const allowed = await preflight('https://app.example');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example');
    const foreign = await preflight('https://evil.example');
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a service whose database has no disk to spare', () => {
  let things: StartedThings;

  beforeAll(async () => {
    things = await startThings({ env: { LOG_LEVEL: 'silent' } });
  });
  afterAll(() => things.stop());

  it('asks for patience, as nobody is to blame who wrote', async () => {
    const fullDisk = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON thing EXECUTE FUNCTION refuse()`;
    await queryOnce(things.database, fullDisk);
    const answer = await things.call('POST', '/v1/things', {
      body: { name: 'one too many' },
      token: await things.token(),
    });
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('2');
  });
});

describe('a service whose database goes away', () => {
  const leftovers = new Leftovers();
  afterEach(() => leftovers.clear());

  it('answers 503, says so in its readiness, stays alive and recovers by itself', async () => {
    const issuer = await TestIssuer.create();
    const { env, drop } = await environment(issuer);
    leftovers.add(() => issuer.stop(), drop);
    const wire = new Wire(new URL(env.DATABASE_URL));
    await wire.mend();
    leftovers.add(() => wire.cut());
    const service = await createService(ThingsModule, {
      env: { ...env, DATABASE_URL: wire.url, LOG_LEVEL: 'silent' },
    });
    leftovers.add(() => service.close());
    const ask = (path: string) => call(service.url + path, 'GET', {});
    expect((await ask('/v1/things')).status).toBe(200);
    await wire.cut();
    expect((await ask('/v1/things')).body).toMatchObject({ status: 503, code: 'unavailable' });
    expect((await ask('/health/ready')).body).toMatchObject({ status: 'unavailable' });
    expect((await ask('/health/live')).status).toBe(200);
    await wire.mend();
    expect((await ask('/v1/things')).status).toBe(200);
    expect((await ask('/health/ready')).status).toBe(200);
  });
});
