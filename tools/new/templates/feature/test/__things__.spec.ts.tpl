import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { type ServiceUnderTest, startService } from '@jaki/testing';
import { AppModule } from '../src/app.module.js';
import { type Opened__Thing__View } from '../src/__things__/http/__things__.dto.js';
import { type __Thing__ListView } from '../src/__things__/queries/views.dto.js';

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService(AppModule);
});
afterAll(() => service.close());

const opened = (token: string, name: string, headers: Record<string, string> = {}) =>
  service.http.post<Opened__Thing__View>('/v1/__things__', { token, body: { name }, headers });

describe('a __thing__', () => {
  it('is seen by its owner, and by nobody else', async () => {
    const owner = await service.token({ sub: newId() });
    const { status, body } = await opened(owner, 'Contoh');
    expect(status).toBe(201);
    const own = await service.http.get<__Thing__ListView>('/v1/__things__', { token: owner });
    expect(own.body.items).toEqual([{ id: body.id, name: 'Contoh' }]);
    const others = await service.http.get<__Thing__ListView>('/v1/__things__', { token: await service.token({ sub: newId() }) });
    expect(others.body.items).toEqual([]);
  });

  it('is announced without its name, once for one Idempotency-Key', async () => {
    const token = await service.token({ sub: newId() });
    const headers = { 'idempotency-key': 'once' };
    const [first, second] = [await opened(token, 'Rahasia', headers), await opened(token, 'Rahasia', headers)];
    expect(second.body).toEqual(first.body);
    const events = (await service.published('__service__.__thing__.opened.v1')).filter(({ subject }) => subject === first.body.id);
    expect(events.map(({ data }) => data)).toEqual([{ __thing__Id: first.body.id }]);
  });

  it('is refused without a name', async () => {
    const { status, body } = await opened(await service.token({ sub: newId() }), '');
    expect([status, body]).toEqual([400, expect.objectContaining({ code: 'validation_failed' })]);
  });
});
