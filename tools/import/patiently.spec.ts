import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { inParallel } from './in-parallel.js';
import { NoAnswer, patiently } from './patiently.js';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** A server that answers with these statuses in turn, the last one for ever. */
async function answering(...statuses: number[]): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  server = createServer((_request, response) => {
    const status = statuses[Math.min(asked++, statuses.length - 1)] ?? 200;
    response.writeHead(status, status === 429 ? { 'retry-after': '1' } : {}).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

describe('a patient request', () => {
  it('is sent again after 503 and 429 until it is answered', async () => {
    const { url, asked } = await answering(503, 429, 201);
    const pauses: number[] = [];
    const pause = (milliseconds: number) => Promise.resolve(void pauses.push(milliseconds));
    expect((await patiently(() => fetch(url), pause)).status).toBe(201);
    expect(asked()).toBe(3);
    expect(pauses[1]).toBe(1000);
  });

  it('is not sent again after a refusal', async () => {
    const { url, asked } = await answering(422);
    expect((await patiently(() => fetch(url))).status).toBe(422);
    expect(asked()).toBe(1);
  });

  it('gives up after eight tries, with the answer or without', async () => {
    const { url, asked } = await answering(503);
    const atOnce = () => Promise.resolve();
    expect((await patiently(() => fetch(url), atOnce)).status).toBe(503);
    expect(asked()).toBe(8);
    let tries = 0;
    const unreachable = () => (tries++, Promise.reject(new TypeError('fetch failed')));
    await expect(patiently(unreachable, atOnce)).rejects.toThrow(NoAnswer);
    expect(tries).toBe(8);
  });
});

describe('work in parallel', () => {
  it('keeps to the number of lanes and to the order of the items', async () => {
    let running = 0;
    let most = 0;
    const results = await inParallel([30, 10, 20, 5, 1], 2, async (milliseconds) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      running -= 1;
      return milliseconds * 2;
    });
    expect(results).toEqual([60, 20, 40, 10, 2]);
    expect(most).toBe(2);
  });

  it('begins nothing more once one item has failed', async () => {
    const begun: number[] = [];
    const work = async (item: number) => {
      begun.push(item);
      await new Promise((resolve) => setTimeout(resolve, 5 * item));
      if (item === 1) throw new Error('no use');
    };
    await expect(inParallel([1, 2, 3, 4, 5, 6], 2, work)).rejects.toThrow('no use');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(begun).toEqual([1, 2]);
  });
});
