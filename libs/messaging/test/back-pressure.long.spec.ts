import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { sql } from 'kysely';
import { organisationRegistered, organisationTopic, type ReceivedEvent } from '@jaki/contracts';
import { eventually } from '@jaki/testing';
import { type EventContext, OnEvent } from '../src/index.js';
import { flood } from './flood.js';
import { message, type Tables, TestCity, TestService } from './harness.js';
import { Program } from './process.js';
import { NoteWorkStarted } from './scripted.js';

/** How long each organisation's event was on its way, in milliseconds. */
const ages: number[] = [];

@Controller()
class NoteAge {
  @OnEvent(organisationRegistered)
  handle({ time }: ReceivedEvent<typeof organisationRegistered>, _: EventContext<Tables>): Promise<void> {
    ages.push(Date.now() - time.getTime());
    return Promise.resolve();
  }
}

describe('a service with more events than it can handle at once', () => {
  const city = new TestCity();
  const services: TestService[] = [];
  const programs: Program[] = [];
  const aService = async (name: string) => {
    const service = await TestService.create(name, city);
    services.push(service);
    return service;
  };
  const aProgram = (...of: ConstructorParameters<typeof Program>) => {
    const program = new Program(...of);
    programs.push(program);
    return program;
  };
  const count = async ({ db }: TestService) =>
    (await sql<{ n: number }>`SELECT count(*)::int AS n FROM effect`.execute(db)).rows[0]!.n;

  beforeAll(() => city.createTopics('flooded', 'notifications'));
  afterAll(async () => {
    for (const { child } of programs) child.kill('SIGKILL');
    await Promise.all([...services.map((service) => service.destroy()), city.letGo()]);
  });

  it('lets no topic starve while 20,000 events wait in another', async () => {
    const events = 20_000;
    await flood(city, { events, reports: 500 });
    const service = await aService('flooded');
    await service.start(NoteWorkStarted, NoteAge);
    await eventually(async () => expect(await count(service)).toBeGreaterThan(0), { within: 30_000 });
    for (let n = 0; n < 20; n++) {
      const organisation = message(organisationRegistered);
      await city.produce([organisation], organisationTopic.name);
      await sleep(100);
    }
    await eventually(() => expect(ages).toHaveLength(20));
    // All of them overtook what still waits.
    expect(await count(service)).toBeLessThan(events);
    expect(Math.max(...ages)).toBeLessThan(3_000);
    await Promise.all(service.instances.map((instance) => service.stop(instance)));
  }, 120_000);

  it('catches up in bounded memory, however much waits', async () => {
    const [events, pad] = [40_000, 8_000];
    const service = await aService('notifications');
    await flood(city, { events, reports: 500, pad });
    const program = aProgram(service, { PROGRAM_HANDLER: 'NoteTogether', NODE_OPTIONS: '--max-old-space-size=64' });
    const already = 20_000;
    await eventually(async () => expect(await count(service)).toBe(events + already), { within: 150_000, every: 500 });
    const status = readFileSync(`/proc/${program.child.pid}/status`, 'utf8');
    const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    process.stdout.write(
      `peak of memory: ${Math.round(peak)} MB, with ${Math.round((events * pad) / 2 ** 20)} MB waiting\n`,
    );
    expect(peak).toBeLessThan((events * pad) / 2 ** 20);
    await program.end();
  }, 240_000);
});
