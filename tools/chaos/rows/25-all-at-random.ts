import { setTimeout as sleep } from 'node:timers/promises';
import { serviceNames } from '../../dev/services.js';
import { CommitBreaker } from '../proxy/postgres-wire.js';
import { freezeFor, kill, revive } from '../rig/breaking.js';
import { type Row, type Stage } from '../row.js';

/** One mishap from its beginning to its heal. @returns how often it was seen to happen */
type Mishap = (stage: Stage) => Promise<number>;

const anyService = ({ rig, random }: Stage) => rig.get(random.pick(serviceNames));

const mishaps: Readonly<Record<string, Mishap>> = {
  'a service killed': async (stage) => {
    const instance = anyService(stage);
    const killed = await kill(instance);
    await revive(instance);
    return killed;
  },
  'a service stopped and started': async (stage) => {
    const instance = anyService(stage);
    await instance.process.stop();
    await revive(instance);
    return instance.process.slot.lastEnd === 0 ? 1 : 0;
  },
  'a service frozen': async (stage) => {
    const { pid } = anyService(stage).process;
    return freezeFor(pid === undefined ? [] : [pid], stage.random.between(500, 15_000));
  },
  'Kafka killed': async ({ rig, random }) => {
    await rig.servers.kafka.kill();
    await sleep(random.between(0, 10_000));
    await rig.servers.kafka.restart();
    return 1;
  },
  'PostgreSQL killed': async ({ rig, random }) => {
    await rig.servers.postgres.kill();
    await sleep(random.between(0, 5_000));
    await rig.servers.postgres.restart();
    return 1;
  },
  'a way to Kafka cut': async ({ rig, random }) => {
    const way = rig.kafkaWays[random.pick(serviceNames)];
    const before = way.connectionsCut;
    way.cut();
    await sleep(random.between(500, 10_000));
    way.heal();
    return way.connectionsCut > before ? 1 : 0;
  },
  'a way to PostgreSQL mute': async (stage) => {
    const { postgres } = anyService(stage);
    const before = postgres.bytesDropped;
    postgres.mute = true;
    await sleep(stage.random.between(1_000, 10_000));
    postgres.heal();
    return postgres.bytesDropped > before ? 1 : 0;
  },
  'commits reset': async (stage) => {
    const { postgres } = anyService(stage);
    const breaker = new CommitBreaker(postgres, stage.random.pick(['answer', 'request']));
    breaker.arm(stage.random.between(1, 10));
    await sleep(3_000);
    postgres.heal();
    return breaker.hits;
  },
};

export const allAtRandom: Row = {
  number: 25,
  fault: 'everything at random, 30 minutes, 3 seeds',
  holds: 'all',
  seeds: 3,
  async run(stage) {
    const { load, random, people } = stage;
    const until = Date.now() + stage.either(60_000, 30 * 60_000);
    const seen = new Map<string, number>();
    load.start({ patience: 8_000 });
    while (Date.now() < until) {
      await sleep(random.between(100, 3_000));
      // Sometimes two at once, never two of a kind: each heals what it broke.
      const names = random.shuffled(Object.keys(mishaps)).slice(0, random.between(1, 2));
      await Promise.all(
        names.map(async (name) => seen.set(name, (seen.get(name) ?? 0) + ((await mishaps[name]?.(stage)) ?? 0))),
      );
      await people.freshen();
    }
    stage.healed();
    await load.stop();
    await load.retryUnknown();
    for (const [name, times] of seen) stage.observe(name, times, 0);
    stage.observe(
      'mishaps',
      [...seen.values()].reduce((sum, times) => sum + times, 0),
      stage.either(3, 100),
    );
  },
};
