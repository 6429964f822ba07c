import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { requireSameWork, shapeOf } from './sameness.js';

const closing: (() => void)[] = [];

async function serve(body: string): Promise<{ url: string; database: string }> {
  const server = createServer((_, response) => void response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, database: '' };
}

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

describe('two servers are compared', () => {
  it('only when they answer with the same bytes', async () => {
    const [service, bare] = [await serve('{"items":[1]}'), await serve('{"items":[]}')];
    await expect(requireSameWork({ service, bare, token: '', paths: ['/v1/reports'] })).rejects.toThrow(
      'GET /v1/reports: the two differ.\nservice: {"items":[1]}\nbare:    {"items":[]}',
    );
  });

  it('only when they write rows that differ in nothing but ids, numbers, times and places', () => {
    const row = { id: '01934f2e-0000-7000-8000-000000000001', number: 'JK2611220001', lat: -6.1, state: 'waiting' };
    const other = { id: '01934f2e-0000-7000-8000-0000000000ff', number: 'JK2611220002', lat: -6.25, state: 'waiting' };
    expect(shapeOf([row])).toBe(shapeOf([other]));
    expect(shapeOf([row])).not.toBe(shapeOf([{ ...other, state: 'routed' }]));
    expect(shapeOf([row])).not.toBe(shapeOf([other, other]));
    expect(shapeOf([row])).not.toBe(shapeOf([{ ...other, recipient: null }]));
  });
});
