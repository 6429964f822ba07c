import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock, FixedClock } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { TestCity } from './city.js';

const clock = new FixedClock('2026-11-22T03:00:00.000Z');
let city: TestCity;
beforeAll(async () => {
  city = await TestCity.start({ providers: [{ provide: Clock, useValue: clock }], env: { JOBS: 'on' } }, []);
});
afterAll(() => city.close());

describe('timed jobs', () => {
  it('are on a timetable in the database, in their own schema', async () => {
    expect(await city.service.sql('SELECT name, cron FROM pgboss.schedule')).toContainEqual({
      name: 'expire-photos',
      cron: '17 * * * *',
    });
  });

  it('delete unused photos when their time has come', async () => {
    await city.photo(await city.citizen());
    clock.advance(25 * 60 * 60 * 1000);
    // What the timetable does at its minute.
    await city.service.sql("INSERT INTO pgboss.job (name) VALUES ('expire-photos')");
    await eventually(
      async () => {
        expect(await city.service.sql('SELECT id FROM photo')).toEqual([]);
      },
      { within: 45_000 },
    );
  }, 60_000);
});
