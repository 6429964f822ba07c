import { setTimeout as sleep } from 'node:timers/promises';
import { type ServiceName, serviceNames } from '../../dev/services.js';
import { CommitBreaker } from '../proxy/postgres-wire.js';
import { freezeFor, kill, superviseStart } from '../rig/breaking.js';
import { type Instance } from '../rig/instance.js';
import { type Row, type Stage } from '../row.js';

/** One mishap from its beginning to its heal, at this service if it is one of a service. @returns how often it was seen */
type Mishap = (stage: Stage, at: ServiceName) => Promise<number>;

const mishaps: Readonly<Record<string, Mishap>> = {
  'a service killed': async (stage, at) => {
    const instance = stage.rig.get(at);
    const killed = await kill(instance);
    await started(stage, instance);
    return killed;
  },
  'a service stopped and started': async (stage, at) => {
    const instance = stage.rig.get(at);
    await instance.process.stop();
    const inOrder = instance.process.slot.lastEnd === 0 ? 1 : 0;
    await started(stage, instance);
    return inOrder;
  },
  'a service frozen': async ({ rig, random }, at) => {
    const { pid } = rig.get(at).process;
    return freezeFor(pid === undefined ? [] : [pid], random.between(500, 15_000));
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
  'a way to Kafka cut': async ({ rig, random }, at) => {
    const way = rig.kafkaWay(at);
    const before = way.connectionsCut;
    way.cut();
    await sleep(random.between(500, 10_000));
    way.heal();
    return way.connectionsCut > before ? 1 : 0;
  },
  'a way to PostgreSQL mute': async ({ rig, random }, at) => {
    const { postgres } = rig.get(at);
    const before = postgres.bytesDropped;
    postgres.mute = true;
    await sleep(random.between(1_000, 10_000));
    postgres.heal();
    return postgres.bytesDropped > before ? 1 : 0;
  },
  'commits reset': async ({ rig, random }, at) => {
    const { postgres } = rig.get(at);
    const breaker = new CommitBreaker(postgres, random.pick(['answer', 'request']));
    breaker.arm(random.between(1, 10));
    await sleep(3_000);
    postgres.heal();
    return breaker.hits;
  },
};

/** PostgreSQL or Kafka may be the other mishap of two at once. */
async function started(stage: Stage, instance: Instance): Promise<void> {
  const failed = await superviseStart(instance);
  if (failed > 0) stage.note(`${instance.label} started at attempt ${failed + 1}, amidst another mishap`);
}

export const allAtRandom: Row = {
  number: 25,
  fault: 'everything at random, 30 minutes, 3 seeds',
  holds: 'all',
  seeds: 3,
  async run(stage) {
    const { load, random } = stage;
    const until = Date.now() + stage.either(60_000, 30 * 60_000);
    const seen = new Map<string, number>();
    load.start({ patience: 8_000 });
    while (Date.now() < until) {
      await sleep(random.between(100, 3_000));
      // Sometimes two at once, never two of a kind or at one service: each heals what it broke.
      const names = random.shuffled(Object.keys(mishaps)).slice(0, random.between(1, 2));
      const victims = random.shuffled(serviceNames);
      const happened = await Promise.all(
        names.map(async (name, index) => mishaps[name]?.(stage, victims[index] ?? 'reports')),
      );
      for (const [index, name] of names.entries()) seen.set(name, (seen.get(name) ?? 0) + (happened[index] ?? 0));
      await stage.freshen();
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
