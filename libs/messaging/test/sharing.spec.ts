import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { reportTopic } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { createTopics } from '../src/index.js';
import { flood } from './flood.js';
import { TestCity, TestService } from './harness.js';
import { Program } from './process.js';

describe.each([2, 3])('%i instances of a service', (instances) => {
  const city = new TestCity();
  let service: TestService;
  const programs: Program[] = [];

  beforeAll(async () => {
    await createTopics(city.brokers, [reportTopic], city.prefix);
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city);
    // Who had an effect: each instance's connections bear its name.
    await sql`ALTER TABLE effect ADD COLUMN instance text DEFAULT current_setting('application_name')`.execute(
      service.db,
    );
    for (let n = 1; n <= instances; n++) {
      const url = new URL(service.url);
      url.searchParams.set('application_name', `instance-${n}`);
      programs.push(new Program(service, { PROGRAM_DATABASE: url.href }));
    }
  });

  afterAll(async () => {
    for (const { child } of programs) child.kill('SIGKILL');
    await Promise.all([service.destroy(), city.letGo()]);
  });

  const workers = async (since: number) => {
    const query = sql<{ instance: string }>`SELECT DISTINCT instance FROM effect WHERE n > ${since} ORDER BY 1`;
    return (await query.execute(service.db)).rows.map(({ instance }) => instance);
  };
  const handled = (total: number) =>
    eventually(async () => expect(await service.effects()).toHaveLength(total), { within: 60_000, every: 200 });

  it('share the work, lose nothing and keep the order when one of them is killed, and go on without it', async () => {
    const names = programs.map((_, index) => `instance-${index + 1}`);
    await eventually(async () => expect(await city.membersOf('notifications')).toHaveLength(instances), {
      within: 40_000,
    });
    const first = await flood(city, { events: 3_000, reports: 60 });
    await handled(3_000);
    expect(await workers(0)).toEqual(names);

    const second = flood(city, { events: 6_000, reports: 60 });
    await eventually(async () => expect((await service.effects()).length).toBeGreaterThan(3_500), { within: 30_000 });
    await programs[0]!.kill();
    const keys = [...first, ...(await second)];
    await handled(9_000);

    const effects = Map.groupBy(await service.effects(), ({ subject }) => subject);
    expect([...effects.keys()].sort()).toEqual([...keys].sort());
    for (const list of effects.values()) {
      expect(list.map(({ sequence }) => sequence)).toEqual(list.map((_, index) => index + 1));
    }
    await flood(city, { events: 600, reports: 60 });
    await handled(9_600);
    expect(await workers(9_000)).toEqual(names.slice(1));
  }, 180_000);
});
