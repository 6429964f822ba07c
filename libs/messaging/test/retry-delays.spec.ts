import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { sql } from 'kysely';
import { organisationRegistered, type ReceivedEvent, reportWorkStarted } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import {
  type DeadLetterState,
  type DeadLetterSummary,
  listDeadLetters,
  OnEvent,
  replayDeadLetter,
} from '../src/index.js';
import { message, TestCity, TestService } from './harness.js';
import { NoteWorkStarted, scripts } from './scripted.js';

@Controller()
class HearsOfOrganisations {
  @OnEvent(organisationRegistered)
  handle(_: ReceivedEvent<typeof organisationRegistered>): Promise<void> {
    return Promise.resolve();
  }
}

/** The delays of two retries, in milliseconds. Letters are looked for every two seconds. */
const DELAYS = [3_000, 1_500];

describe('a dead letter', () => {
  const city = new TestCity();
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city, { retryDelays: DELAYS });
    await service.start(NoteWorkStarted);
    await service.start(NoteWorkStarted);
  });

  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });

  /** Sends an event whose attempts fail but for those that are named. */
  const sendOneThatWorksAt = async (good: readonly number[], errorOf = (_attempt: number) => new Error('a bug')) => {
    const event = message(reportWorkStarted);
    const attempts: number[] = [];
    scripts.set(event.headers.ce_id, ({ attempt }) => {
      attempts.push(attempt);
      return good.includes(attempt) ? Promise.resolve() : Promise.reject(errorOf(attempt));
    });
    await city.produce([event]);
    return { id: event.headers.ce_id, attempts };
  };
  const letterOf = async (eventId: string): Promise<DeadLetterSummary> => {
    const letter = (await listDeadLetters(service.db)).find((candidate) => candidate.eventId === eventId);
    if (letter === undefined) throw new Error('no dead letter yet');
    return letter;
  };
  const becomes = (eventId: string, state: DeadLetterState) =>
    eventually(
      async () => {
        const letter = await letterOf(eventId);
        expect(letter.state).toBe(state);
        return letter;
      },
      { within: 15_000 },
    );
  const secondsUntil = async (letterId: string) => {
    const { rows } = await sql<{ seconds: number }>`
      SELECT extract(epoch FROM due_at - clock_timestamp())::float8 AS seconds
      FROM messaging.dead_letter WHERE id = ${letterId}`.execute(service.db);
    return rows[0]!.seconds;
  };
  const effectsOf = async (eventId: string) => (await service.effects()).filter(({ event_id }) => event_id === eventId);

  it('is tried again by itself when its time has come, and has its effect', async () => {
    const { id, attempts } = await sendOneThatWorksAt([6]);
    const waiting = await eventually(() => letterOf(id));
    expect(waiting).toMatchObject({ state: 'due', attempts: 5, retries: 0 });
    expect(waiting.dueAt!.getTime() - waiting.diedAt.getTime()).toBeGreaterThanOrEqual(DELAYS[0]!);
    await becomes(id, 'replayed');
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await effectsOf(id)).toHaveLength(1);
  });

  it('has each retry once however many instances run, then waits for a person, who may try for ever', async () => {
    const { id, attempts } = await sendOneThatWorksAt([10]);
    const given = await becomes(id, 'dead');
    expect(given).toMatchObject({ attempts: 7, retries: 2, dueAt: null });
    for (const attempt of [8, 9]) {
      expect(await replayDeadLetter(service.db, given.id)).toBe(true);
      await eventually(async () => expect(await letterOf(id)).toMatchObject({ state: 'dead', attempts: attempt }));
    }
    await replayDeadLetter(service.db, given.id);
    await becomes(id, 'replayed');
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await effectsOf(id)).toHaveLength(1);
  });

  it('gets none when it is wrong in itself', async () => {
    const poison = { ...message(reportWorkStarted), value: '{' };
    await city.produce([poison]);
    await becomes(poison.headers.ce_id, 'dead');
    expect(await letterOf(poison.headers.ce_id)).toMatchObject({ attempts: 1, retries: 0, dueAt: null });
  });

  it.each([
    ['others that are in its way', '40P01'],
    ['an outage', 'ECONNREFUSED'],
  ])('does not lose a retry to %s', async (_, code) => {
    const hindered = Object.assign(new Error('through no fault of its own'), { code });
    const { id, attempts } = await sendOneThatWorksAt([], (attempt) => (attempt <= 5 ? new Error('a bug') : hindered));
    const { id: letterId } = await eventually(() => letterOf(id));
    await eventually(() => expect(attempts).toContain(6));
    await sleep(500);
    expect(await secondsUntil(letterId)).toBeGreaterThan(5);
    expect(await letterOf(id)).toMatchObject({ state: 'due', attempts: 5, retries: 0 });
    scripts.delete(id);
    await replayDeadLetter(service.db, letterId);
    await becomes(id, 'replayed');
    expect(await effectsOf(id)).toHaveLength(1);
  });
});

describe('a dead letter of a type that this release does not handle', () => {
  const city = new TestCity();
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city, { retryDelays: [500] });
  });

  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });

  it('waits for a release that does, and has its effect then', async () => {
    const event = message(reportWorkStarted);
    const id = event.headers.ce_id;
    scripts.set(id, () => Promise.reject(new Error('a bug')));
    const newer = await service.start(NoteWorkStarted);
    await city.produce([event]);
    await eventually(async () => expect(await listDeadLetters(service.db)).toHaveLength(1));
    await service.stop(newer);
    scripts.delete(id);

    const older = await service.start(HearsOfOrganisations);
    await sleep(5_000);
    expect(await listDeadLetters(service.db)).toMatchObject([{ eventId: id, state: 'due' }]);
    await service.stop(older);

    await service.start(NoteWorkStarted);
    await eventually(async () => expect(await listDeadLetters(service.db)).toMatchObject([{ state: 'replayed' }]));
    expect(await service.effects()).toMatchObject([{ event_id: id }]);
  });
});

describe('a service that says nothing of retries', () => {
  const city = new TestCity();
  let service: TestService;

  beforeAll(async () => {
    await city.createTopics('notifications');
    service = await TestService.create('notifications', city);
    await service.start(NoteWorkStarted);
  });

  afterAll(async () => {
    await Promise.all([service.destroy(), city.letGo()]);
  });

  it('tries a letter again after a minute, ten minutes and an hour', async () => {
    const event = message(reportWorkStarted);
    scripts.set(event.headers.ce_id, () => Promise.reject(new Error('a bug')));
    await city.produce([event]);
    const waits: number[] = [];
    for (const retry of [0, 1, 2, 3]) {
      const seconds = await eventually(async () => {
        const { rows } = await sql<{ seconds: number | null }>`
          SELECT round(extract(epoch FROM due_at - clock_timestamp()))::int AS seconds
          FROM messaging.dead_letter WHERE chances = ${retry}`.execute(service.db);
        if (rows.length === 0) throw new Error('not there yet');
        return rows[0]!.seconds;
      });
      if (seconds !== null) waits.push(seconds);
      await sql`UPDATE messaging.dead_letter SET due_at = clock_timestamp() WHERE state = 'due'`.execute(service.db);
    }
    const usual = [60, 600, 3600];
    expect(waits).toHaveLength(usual.length);
    for (const [index, wait] of waits.entries()) expect(Math.abs(wait - usual[index]!)).toBeLessThan(5);
    expect(await listDeadLetters(service.db, { states: ['dead'] })).toHaveLength(1);
  });
});
