import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFiled, reportTopic } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import {
  eventually,
  type Probe,
  type ServiceUnderTest,
  type SpawnedService,
  spawnService,
  startService,
} from '../src/index.js';
import { heardTopics } from '../src/service/heard-topics.js';
import { ToyModule } from './toy/app.module.js';

const register = async (service: Probe, organisationId: string) =>
  service.http.post('/v1/organisations', {
    token: await service.token({ roles: ['registrar'] }),
    body: { organisationId },
  });

describe('a service under test', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService(ToyModule);
  });
  afterAll(() => service.close());

  it('answers over HTTP to the tokens of its issuer only', async () => {
    expect((await register(service, newId())).status).toBe(201);
    const forged = await service.token({ roles: ['registrar'] }, { foreignKey: true });
    expect((await service.http.post('/v1/organisations', { token: forged, body: {} })).status).toBe(401);
  });

  it('shows what it published, as an independent consumer reads it', async () => {
    const id = newId();
    await register(service, id);
    await eventually(async () => {
      const events = await service.published('identity.organisation.registered.v1');
      expect(events.filter((event) => event.subject === id)).toEqual([
        expect.objectContaining({
          source: 'identity',
          sequence: '1',
          data: expect.objectContaining({ organisationId: id }),
        }),
      ]);
    });
  });

  it('has had the effect of a delivered event when delivery returns, once for two copies', async () => {
    const data = { ...reportFiled.sample, reportId: newId() };
    const id = await service.deliver(reportFiled, data, { sequence: 1 });
    await service.deliver(reportFiled, data, { sequence: 1, id });
    expect(await service.sql('select * from seen where report_id = $1', [data.reportId])).toHaveLength(1);
  });

  it('has the topics that it writes and those that it hears, and no other', () => {
    expect(service.surroundings.topics.map(({ name }) => name)).toEqual([
      'identity.organisation.v1',
      'reports.report.v1',
      'identity.dlq',
    ]);
    expect(heardTopics(ToyModule)).toEqual([reportTopic]);
    expect(heardTopics({ module: ToyModule, imports: [ToyModule] })).toEqual([reportTopic]);
    expect(heardTopics({})).toEqual([]);
  });

  it('keeps its log', () => {
    expect(service.logs.some((line) => line.includes('/v1/organisations'))).toBe(true);
  });

  it('has nothing in common with another one, unless that is started beside it', async () => {
    const [stranger, twin] = await Promise.all([startService(ToyModule), startService(ToyModule, { beside: service })]);
    const id = newId();
    await register(twin, id);
    await eventually(async () => {
      expect((await service.published()).map((event) => event.subject)).toContain(id);
    });
    expect(await stranger.published()).toEqual([]);
    expect(twin.database).toBe(service.database);
    await Promise.all([stranger.close(), twin.close()]);
  });
});

describe('a spawned service', () => {
  let service: SpawnedService;
  beforeAll(async () => {
    service = await spawnService({
      name: 'identity',
      main: fileURLToPath(new URL('./toy/main.ts', import.meta.url)),
      migrations: new URL('./toy/migrations/', import.meta.url),
    });
  });
  afterAll(() => service.close());

  it('is a process of its own that survives being killed', async () => {
    const first = service.process.pid;
    expect((await register(service, newId())).status).toBe(201);
    await service.process.kill();
    await expect(register(service, newId())).rejects.toThrow('fetch failed');
    await service.process.start();
    expect(service.process.pid).not.toBe(first);
    expect((await register(service, newId())).status).toBe(201);
    const both = async () => {
      expect(await service.published()).toHaveLength(2);
    };
    // The lease of the killed process has to run out first.
    await eventually(both, { within: 20_000 });
  });
});
