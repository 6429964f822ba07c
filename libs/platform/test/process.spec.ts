import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, TestIssuer } from '@jaki/testing';
import { forkThings } from './things/process.js';
import { call, environment } from './things/start.js';
import { things } from './things/things.js';

describe('the process of a service', () => {
  let issuer: TestIssuer;
  let base: Awaited<ReturnType<typeof environment>>;

  beforeAll(async () => {
    issuer = await TestIssuer.create();
    base = await environment(issuer);
  });
  afterAll(async () => {
    await issuer.stop();
    await base.drop();
  });

  it('finishes what it does when it is told to stop, takes nothing new, and exits 0', async () => {
    const { child, ready, ended, output } = forkThings(base.env);
    const url = await ready;
    const token = await issuer.token({ audience: things.audience });
    // Keys are fetched before, so that the slow request is in its work when the signal comes.
    await call(`${url}/v1/things/me`, 'GET', { token });
    const slow = call(`${url}/v1/things`, 'POST', { body: { name: 'slow' }, token });
    await new Promise((resolve) => setTimeout(resolve, 150));
    child.kill('SIGTERM');
    expect((await slow).status).toBe(201);
    await expect(call(`${url}/v1/things`, 'GET', {})).rejects.toThrow();
    expect(await ended).toBe(0);
    expect(output()).toContain('stopping');
  });

  it('answers what still comes on an open connection while it stops, and says that this is the last answer', async () => {
    const { child, ready, ended } = forkThings(base.env);
    const url = await ready;
    const token = await issuer.token({ audience: things.audience });
    await call(`${url}/v1/things/me`, 'GET', { token });
    // One connection: the second request waits in the client until the first is answered.
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const slow = sent({ url: `${url}/v1/things`, method: 'POST', token, agent, body: { name: 'slow' } });
    const next = sent({ url: `${url}/v1/things/me`, method: 'GET', token, agent });
    await new Promise((resolve) => setTimeout(resolve, 150));
    child.kill('SIGTERM');
    expect(await slow).toMatchObject({ status: 201 });
    expect(await next).toEqual({ status: 200, connection: 'close' });
    expect(await ended).toBe(0);
  });

  it('ends by itself when its launcher is gone', async () => {
    const { child, ready, ended } = forkThings(base.env);
    await ready;
    child.disconnect();
    expect(await ended).toBe(0);
  });

  it('ends by itself when nobody reads what it writes any more', async () => {
    const { child, ready, ended } = forkThings(base.env);
    await ready;
    child.stdout?.destroy();
    child.stderr?.destroy();
    child.disconnect();
    expect(await ended).toBe(0);
  });

  it('ends by itself when its launcher went while it was starting', async () => {
    const { child, ended, output } = forkThings(base.env);
    child.disconnect();
    expect(await ended).toBe(0);
    expect(output()).toContain('launcher gone');
  });

  it('says in one line which port is taken, and exits 1', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await eventually(() => {
      expect(blocker.listening).toBe(true);
    });
    const { port } = blocker.address() as AddressInfo;
    const { ended, output } = forkThings({ ...base.env, PORT: String(port) });
    expect(await ended).toBe(1);
    const lines = output()
      .trim()
      .split('\n')
      .filter((line) => line.includes('fatal'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`Port ${port} is taken`);
    expect(output()).not.toMatch(/^\s+at /m);
    blocker.close();
  });

  it('says in one line that the database does not answer, and exits 1', async () => {
    const { ended, output } = forkThings({ ...base.env, DATABASE_URL: 'postgres://x@127.0.0.1:1/x' });
    expect(await ended).toBe(1);
    expect(output().trim().split('\n')).toHaveLength(1);
    expect(output()).toContain('Nothing answers at 127.0.0.1:1');
  });

  it('names every fault of its configuration in one line, and exits 1', async () => {
    const { ended, output } = forkThings({ ...base.env, ISSUER: '', PORT: 'x' });
    expect(await ended).toBe(1);
    expect(output().trim().split('\n')).toHaveLength(1);
    expect(output()).toMatch(/PORT must.*ISSUER is missing|ISSUER is missing.*PORT must/);
  });
});

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly token: string;
  readonly agent: Agent;
  readonly body?: object;
}

function sent({ url, method, token, agent, body }: Sent): Promise<{ status?: number; connection?: string }> {
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers }, (answer) => {
      const { statusCode, headers: answered } = answer.resume();
      resolve({
        ...(statusCode && { status: statusCode }),
        ...(answered.connection && { connection: answered.connection }),
      });
    });
    outgoing.once('error', reject);
    outgoing.end(body && JSON.stringify(body));
  });
}
