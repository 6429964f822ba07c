import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { createLocalJWKSet, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { eventually } from '@jaki/testing';
import { ChildSlot } from '@jaki/testing/embedded';
import { keepAlive } from '../keep-alive.js';
import { readable } from '../output.js';
import { Secrets } from '../secrets.js';
import { UndoStack } from '../undo-stack.js';

const home = mkdtempSync(join(tmpdir(), 'jaki-parts-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('the secrets', () => {
  const folder = join(home, 'secrets');

  it('are made once and stay, readable by us alone', async () => {
    await new Secrets(folder).prepare();
    const first = new Secrets(folder).read('identity', 'PHONE_KEY');
    await new Secrets(folder).prepare();
    expect(new Secrets(folder).read('identity', 'PHONE_KEY')).toBe(first);
    expect(Buffer.from(first, 'base64url')).toHaveLength(32);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(new Secrets(folder).file('identity', 'PHONE_KEY')).mode & 0o777).toBe(0o600);
  });

  it('hold a key that signs RS256, named by its kid', async () => {
    const { keys } = JSON.parse(new Secrets(folder).read('identity', 'SIGNING_JWKS')) as { keys: [JWK] };
    const { kty, n, e, kid, alg } = keys[0];
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: kid! }).sign(await importJWK(keys[0]));
    await expect(
      jwtVerify(token, createLocalJWKSet({ keys: [{ kty, n, e, kid, alg } as JWK] })),
    ).resolves.toBeDefined();
  });

  it('give identity only the public half of the key that opens seals', () => {
    const secrets = new Secrets(folder);
    const open = JSON.parse(secrets.read('identity', 'SEAL_PUBLIC_JWK')) as JWK;
    const { keys } = JSON.parse(secrets.read('notifications', 'SEAL_PRIVATE_JWKS')) as { keys: [JWK] };
    expect(open).toMatchObject({ kty: 'EC', crv: 'P-256', kid: keys[0].kid, x: keys[0].x });
    expect(open.d).toBeUndefined();
    expect(keys[0].d).toBeDefined();
  });
});

describe('what was started', () => {
  it('is stopped in the opposite order, once, also when one step fails', async () => {
    const taken: number[] = [];
    const undo = new UndoStack();
    for (const step of [1, 2, 3]) {
      undo.push(() => {
        taken.push(step);
        return step === 2 ? Promise.reject(new Error('stuck')) : Promise.resolve();
      });
    }
    await expect(Promise.all([undo.unwind(), undo.unwind()])).rejects.toThrow('not all');
    expect(taken).toEqual([3, 2, 1]);
  });
});

describe('a process that ends by itself', () => {
  it('is started again three times a minute, then the platform gives up with one sentence', async () => {
    const slot = new ChildSlot('kafka');
    const given: string[] = [];
    let starts = 0;
    const start = () => {
      starts++;
      slot.put(spawn(process.execPath, ['--eval', '0']));
      return Promise.resolve();
    };
    keepAlive({ slot, start }, { say: () => undefined, giveUp: (reason) => given.push(reason) });
    await start();
    await eventually(() => {
      expect(given).toEqual(['kafka ended 4 times within a minute: see its log.']);
    });
    expect(starts).toBe(4);
  });

  it('is started again when its first start fails too, and by one hand only', async () => {
    const slot = new ChildSlot('reports');
    const said: string[] = [];
    let starts = 0;
    const start = async () => {
      starts++;
      const child = spawn(process.execPath, ['--eval', starts < 3 ? '0' : 'setTimeout(() => 0, 5000)']);
      slot.put(child);
      if (starts === 2) await new Promise((_, fail) => child.once('exit', () => fail(new Error('no database'))));
    };
    const end = keepAlive({ slot, start }, { say: (line) => said.push(line), giveUp: (reason) => said.push(reason) });
    await start();
    await eventually(() => expect(said).toContain('reports is back.'));
    await slot.end('SIGKILL');
    await end();
    expect({ starts, said }).toEqual({
      starts: 3,
      said: [...Array<string>(2).fill('reports ended unexpectedly; starting it again.'), 'reports is back.'],
    });
  });

  it('is given up with the reason why its last start failed', async () => {
    const slot = new ChildSlot('reports');
    const given: string[] = [];
    const start = () => Promise.reject(new Error('reports did not start: no database.'));
    keepAlive({ slot, start }, { say: () => undefined, giveUp: (reason) => given.push(reason) });
    slot.put(spawn(process.execPath, ['--eval', '0']));
    const reason = 'reports ended 4 times within a minute: reports did not start: no database.';
    await eventually(() => expect(given).toEqual([reason]), { within: 10_000 });
  });

  it('is given up after three starts that failed, however long each of them took', async () => {
    const slot = new ChildSlot('reports');
    const given: string[] = [];
    let now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    let starts = 0;
    const start = () => {
      starts++;
      now += 120_000;
      return Promise.reject(new Error('reports did not start: not ready.'));
    };
    const end = keepAlive({ slot, start }, { say: () => undefined, giveUp: (reason) => given.push(reason) });
    slot.put(spawn(process.execPath, ['--eval', '0']));
    await sleep(8_000);
    clock.mockRestore();
    await end();
    expect({ starts, given }).toEqual({
      starts: 3,
      given: ['reports does not come back: reports did not start: not ready.'],
    });
  }, 20_000);
});

describe('a log line', () => {
  it('is shown in short when it is JSON, and as it is when it is not', () => {
    const line = { level: 'warn', time: '2026-11-22T01:02:03.004Z', service: 'reports', msg: 'slow', ms: 7, pid: 1 };
    expect(readable(JSON.stringify(line))).toBe('01:02:03.004 warn  slow ms=7');
    expect(readable('{"no":"time"}')).toBe('{"no":"time"}');
    expect(readable('Error: plain')).toBe('Error: plain');
  });
});
