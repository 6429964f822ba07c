import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { eventually, queryOnce } from '@jaki/testing';
import { createService, Database, Job, Jobs, PlatformModule, type RunningService } from '../src/index.js';
import { type StartedThings, startThings } from './things/start.js';
import { Counting, things as definition } from './things/things.js';

const PATIENCE = { within: 30_000, every: 100 };

@Injectable()
class Twice {
  @Job({ name: 'count' })
  once(): void {
    // What it does is of no matter.
  }

  @Job({ name: 'count' })
  again(): void {
    // Nor is this.
  }
}

@Module({ imports: [PlatformModule.forService(definition)], providers: [Twice] })
class DoubleModule {}

describe('a job', () => {
  let things: StartedThings;
  let beside: RunningService;
  const counted = ({ app }: RunningService) => app.get(Counting).counted;
  const add = (data: object, at = things.service, work: () => Promise<unknown> = () => Promise.resolve()) =>
    at.app.get<Database>(Database).transaction(async (tx) => {
      await at.app.get(Jobs).add(tx, 'count', data);
      return work();
    });
  const everywhere = () => [...counted(things.service), ...counted(beside)];

  beforeAll(async () => {
    things = await startThings({ env: { JOBS: 'on' } });
    beside = await things.beside({ JOBS: 'on' });
  });
  afterAll(async () => {
    await beside.close();
    await things.stop();
  });

  it('that is added in a transaction is done once it is committed, by one of all instances', async () => {
    for (let n = 0; n < 5; n += 1) await add({ of: `thing ${n}` });
    await eventually(() => expect(everywhere()).toHaveLength(5), { within: 60_000, every: 100 });
    expect(everywhere().sort()).toEqual(Array.from({ length: 5 }, (_, n) => `thing ${n}`));
  }, 90_000);

  it('that is added in a transaction which rolls back is never there', async () => {
    const rollBack = () => Promise.reject(new Error('changed my mind'));
    await expect(add({ of: 'nothing' }, things.service, rollBack)).rejects.toThrow('changed my mind');
    const query = `SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'count' AND data->>'of' = 'nothing'`;
    expect(await queryOnce(things.database, query)).toEqual([{ n: 0 }]);
  });

  it('that throws is told in the log and waits to be tried again, later', async () => {
    await add({ fails: true });
    const query = `SELECT state::text, retry_limit, start_after > now() AS later FROM pgboss.job
      WHERE name = 'count' AND data->>'fails' = 'true'`;
    await eventually(
      async () =>
        expect(await queryOnce(things.database, query)).toEqual([{ state: 'retry', retry_limit: 3, later: true }]),
      PATIENCE,
    );
  }, 60_000);

  it('is counted when it is done and when it failed', async () => {
    await eventually(async () => {
      const text =
        (await (await fetch(`${things.service.url}/metrics`)).text()) +
        (await (await fetch(`${beside.url}/metrics`)).text());
      for (const outcome of ['done', 'failed'])
        expect(text).toMatch(new RegExp(`job_runs_total\\{[^}]*job="count"[^}]*outcome="${outcome}"[^}]*\\} [1-9]`));
    }, PATIENCE);
  });

  it('with a timetable stands in it, and those of the platform too', async () => {
    const rows = await queryOnce(things.database, 'SELECT name, cron FROM pgboss.schedule ORDER BY name');
    expect(rows).toEqual([
      { name: 'count-yearly', cron: '5 4 1 1 *' },
      { name: 'forget-full-quotas', cron: '*/10 * * * *' },
      { name: 'forget-old-keys', cron: '*/10 * * * *' },
    ]);
  });

  it('is not taken by an instance with JOBS=off, which still adds some', async () => {
    const idle = await things.beside({ JOBS: 'off' });
    await add({ of: 'from afar' }, idle);
    await eventually(() => expect(everywhere()).toContain('from afar'), PATIENCE);
    expect(counted(idle)).toEqual([]);
    await idle.close();
  }, 60_000);

  it('that nobody declares cannot be added', async () => {
    const adding = things.service.app
      .get<Database>(Database)
      .transaction((tx) => things.service.app.get(Jobs).add(tx, 'cuont'));
    await expect(adding).rejects.toThrow('there is no job cuont');
  });

  it('keeps a service from starting when another has its name', async () => {
    await expect(createService(DoubleModule, { env: things.env })).rejects.toThrow('two jobs are called count');
  });
});
