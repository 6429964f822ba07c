import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, queryOnce } from '@jaki/testing';
import { type Platform, startPlatform } from '../dev/platform.js';
import { anyPhone, Newcomer } from './newcomer.js';

const MINUTE = 60_000;
const PATIENCE = { within: 40_000, every: 100 };

describe('an outage', () => {
  let platform: Platform;
  let citizen: Newcomer;

  beforeAll(async () => {
    platform = await startPlatform({ quiet: true, heals: false });
    citizen = await Newcomer.logIn(platform.addresses, anyPhone());
  }, 3 * MINUTE);
  afterAll(() => (platform as Platform | undefined)?.stop(), MINUTE);

  const pending = async () => {
    const metrics = await (await fetch(`${platform.addresses.of('reports')}/metrics`)).text();
    return Number(/^outbox_pending(?:\{[^}]*\})? (\d+)/m.exec(metrics)?.[1]);
  };
  const count = async (service: 'reports' | 'notifications', sql: string) =>
    Number((await queryOnce<{ n: string }>(platform.addresses.database(service), sql))[0]?.n);
  const filedNotices = async () =>
    (await citizen.notices()).filter(({ event }) => event === 'reports.report.filed.v1').length;

  it(
    'of Kafka stops no filing, and each report has its effects once, though the service is killed meanwhile',
    async () => {
      const reports = platform.service('reports');
      await citizen.file();
      await eventually(async () => expect(await filedNotices()).toBe(1), PATIENCE);
      await eventually(async () => expect(await pending()).toBe(0), PATIENCE);

      await platform.servers.kafka.process.kill();
      for (let n = 0; n < 10; n += 1) await citizen.file();
      expect(await pending()).toBe(20);
      expect(await filedNotices()).toBe(1);

      await reports.kill();
      const started = reports.start();
      await platform.servers.kafka.restart();
      await started;
      await eventually(async () => expect(await pending()).toBe(0), PATIENCE);
      await eventually(async () => expect(await filedNotices()).toBe(11), PATIENCE);
      expect(await count('reports', 'SELECT count(*) AS n FROM report')).toBe(11);
      expect(await count('notifications', `SELECT count(*) AS n FROM messaging.dead_letter`)).toBe(0);
    },
    2 * MINUTE,
  );

  it(
    'of identity stops nobody who has a token, even when a service starts meanwhile',
    async () => {
      const [identity, reports] = [platform.service('identity'), platform.service('reports')];
      await identity.kill();
      await reports.kill();
      await reports.start();
      await expect(citizen.file()).resolves.toMatchObject({ number: expect.stringMatching(/^JK\d{10}$/) });
    },
    MINUTE,
  );

  it(
    'of identity is said as such by a service that has never seen its keys',
    async () => {
      const reports = platform.service('reports');
      await reports.kill();
      rmSync(join(platform.addresses.folder, 'keys', 'reports.json'));
      await reports.start();
      const response = await fetch(`${platform.addresses.of('reports')}/v1/reports/mine`, {
        headers: { authorization: `Bearer ${citizen.tokens.reports}`, 'x-correlation-id': randomUUID() },
      });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ code: 'keys_unavailable' });
      await platform.service('identity').start();
      await eventually(() => citizen.file(), PATIENCE);
    },
    MINUTE,
  );
});
