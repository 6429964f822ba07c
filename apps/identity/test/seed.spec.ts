import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCity } from '@jaki/regions';
import { eventually } from '@jaki/testing';
import { SeedDataSet } from '../src/seed/seed-data-set.js';
import { type IdentityUnderTest, startIdentity } from './identity-under-test.js';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.close());

describe('the example data of Jakarta', () => {
  it('is there, each organisation announced once', async () => {
    expect(await identity.app.get(SeedDataSet).execute(openCity())).toBe(287);
    const kinds = await identity.sql(
      'SELECT kind, count(*)::int AS count FROM organisation GROUP BY kind ORDER BY kind',
    );
    expect(kinds).toEqual([
      { kind: 'agency', count: 6 },
      { kind: 'city_administration', count: 6 },
      { kind: 'kelurahan_office', count: 267 },
      { kind: 'operator', count: 1 },
      { kind: 'sub_agency', count: 6 },
      { kind: 'validator', count: 1 },
    ]);
    await eventually(async () => {
      const events = await identity.published('identity.organisation.registered.v1');
      expect([events.length, new Set(events.map(({ subject }) => subject)).size]).toEqual([287, 287]);
    });
  });

  it('is seeded by its own process beside the service, and a second time adds nothing', async () => {
    const { surroundings } = identity;
    const env = {
      ...process.env,
      ...identity.env,
      DATABASE_URL: surroundings.database,
      KAFKA_BROKERS: surroundings.brokers.join(','),
      KAFKA_TOPIC_PREFIX: surroundings.topicPrefix,
      LOG_LEVEL: 'info',
    };
    const source = ['-C', '@jaki/source', '--import', path('../../../tools/swc-register.mjs'), path('../src/seed.ts')];
    const { stdout } = await promisify(execFile)(process.execPath, source, { env });
    expect(stdout).toContain('"registered":0');
    expect(stdout).not.toContain('+62812');
    expect(await identity.sql('SELECT count(*)::int AS count FROM person')).toEqual([{ count: 9 }]);
    expect(await identity.published()).toHaveLength(287);
  });
});
