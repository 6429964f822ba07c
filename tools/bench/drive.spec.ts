import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { drive } from './drive.js';
import { type LoadJob, requireAnswers } from './load-job.js';

const closing: (() => Promise<void>)[] = [];

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const text =
  (status: number, body: string): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { 'content-length': Buffer.byteLength(body) }).end(body);

const job = (url: string, change: Partial<LoadJob> = {}): LoadJob => ({
  url,
  token: 'token',
  seconds: 0.5,
  connections: 4,
  filing: false,
  paths: ['/one', '/two'],
  ...change,
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('the load generator', () => {
  it('counts each answer once, however it is cut', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked++;
      response.writeHead(200, { 'content-length': 40_000 });
      response.write('é'.repeat(10_000));
      setTimeout(() => response.end('x'.repeat(20_000)), 2);
    });
    const { answered, failed } = await drive(job(url));
    expect(failed).toBe(0);
    expect(asked - answered).toBeLessThanOrEqual(4);
    expect(answered).toBeGreaterThan(10);
  });

  it('counts what is not 2xx as failed, and such a round is refused', async () => {
    let asked = 0;
    const url = await serve((request, response) => text(++asked % 10 === 0 ? 503 : 200, 'x')(request, response));
    const result = await drive(job(url));
    expect(result.failed).toBeGreaterThan(0);
    expect(() => requireAnswers(result, url)).toThrow(/requests to .* failed/);
  });

  it('counts a connection that breaks as failed', async () => {
    const url = await serve((request) => void request.socket.destroy());
    expect((await drive(job(url))).failed).toBeGreaterThan(0);
  });

  it('keeps the rate that it is told', async () => {
    const url = await serve(text(200, 'x'));
    const { answered, seconds } = await drive(job(url, { rate: 100, seconds: 1 }));
    expect(answered / seconds).toBeGreaterThan(80);
    expect(answered / seconds).toBeLessThanOrEqual(105);
  });

  it('counts the time a request waited for a connection', async () => {
    const url = await serve((request, response) => void setTimeout(() => text(200, 'x')(request, response), 100));
    // One connection answers 10 a second, 40 are due: the last waits for most of the time.
    const { p99 } = await drive(job(url, { rate: 40, connections: 1, seconds: 1 }));
    expect(p99).toBeGreaterThan(400);
  });

  it('files another report with another key each time', async () => {
    const keys = new Set<unknown>();
    const bodies = new Set<string>();
    const url = await serve((request, response) => {
      keys.add(request.headers['idempotency-key']);
      request.setEncoding('utf8').on('data', (body: string) => bodies.add(body));
      request.on('end', () => text(201, '{}')(request, response));
    });
    const { answered } = await drive(job(url, { filing: true, rate: 50, seconds: 0.4 }));
    expect(keys.size).toBeGreaterThanOrEqual(answered);
    expect(bodies.size).toBeGreaterThanOrEqual(answered);
  });
});
