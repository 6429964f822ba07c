import { setTimeout as sleep } from 'node:timers/promises';
import { becomesTrue, queryOnce } from '@jaki/testing/embedded';
import { membersOf } from '../count/groups.js';
import { freezeFor } from '../rig/breaking.js';
import { type Instance } from '../rig/instance.js';
import { type Row, type Stage } from '../row.js';

const TAKEN_OVER_WITHIN = 15_000;
const SHARE = 4;

interface Lease {
  readonly shard: number;
  readonly owner: string | null;
  readonly epoch: number;
}

export const serviceFrozen: Row = {
  number: 3,
  fault: 'SIGSTOP a service 45 s (longer than session and lease), SIGCONT',
  holds: 'another instance takes over within 15 s; zombie makes only duplicates; lease epoch + 1',
  async run(stage) {
    const { rig, load } = stage;
    const known = new Set((await leases(stage)).map(({ owner }) => owner));
    const second = { reports: await rig.add('reports'), notifications: await rig.add('notifications') };
    await becomesTrue(async () => (await heldByOthers(stage, known)).length === SHARE, 30_000, 200);
    await becomesTrue(async () => (await membersOf(stage.rig, 'notifications')) === 2, 30_000, 200);
    // The load goes to the first instances, which are to take over.
    load.start();
    await sleep(3_000);
    const before = await heldByOthers(stage, known);
    stage.observe('shards of the instance to be frozen', before.length, SHARE);
    const [, takenOver] = await Promise.all([freeze(stage, second), takeover(stage, before)]);
    stage.healed();
    await sleep(2_000);
    await load.stop();
    stage.note(`shards taken over after ${takenOver.shards} ms, partitions after ${takenOver.partitions} ms`);
  },
};

async function freeze(stage: Stage, second: Readonly<Record<string, Instance>>): Promise<void> {
  const pids = Object.values(second).flatMap(({ process: { pid } }) => (pid === undefined ? [] : [pid]));
  stage.observe('processes seen in state T', await freezeFor(pids, stage.either(22_000, 45_000)), 2);
}

async function takeover(stage: Stage, before: readonly Lease[]): Promise<{ shards: number; partitions: number }> {
  const began = Date.now();
  const since = async (ask: () => Promise<boolean>) =>
    (await becomesTrue(ask, 21_000, 100)) ? Date.now() - began : Infinity;
  const gone = async () => {
    const now = await leases(stage);
    return before.every(({ shard, owner }) => now.find((lease) => lease.shard === shard)?.owner !== owner);
  };
  const [shards, partitions] = await Promise.all([
    since(gone).then(async (after) => {
      await judgeEpochs(stage, before);
      return after;
    }),
    since(async () => (await membersOf(stage.rig, 'notifications')) === 1),
  ]);
  stage.require('shards taken over within 15 s', shards < TAKEN_OVER_WITHIN, shards);
  stage.require('partitions taken over within 15 s', partitions < TAKEN_OVER_WITHIN, partitions);
  return { shards, partitions };
}

async function judgeEpochs(stage: Stage, before: readonly Lease[]): Promise<void> {
  const now = await leases(stage);
  const wrong = before.filter(({ shard, epoch }) => now.find((lease) => lease.shard === shard)?.epoch !== epoch + 1);
  stage.require('the epoch of each shard that changed hands rose by 1', wrong.length === 0, wrong.length);
}

async function heldByOthers(stage: Stage, known: ReadonlySet<string | null>): Promise<Lease[]> {
  return (await leases(stage)).filter(({ owner }) => owner !== null && !known.has(owner));
}

function leases({ rig }: Stage): Promise<Lease[]> {
  return queryOnce<Lease>(
    rig.databaseOf('reports'),
    'SELECT shard, owner::text, epoch::int FROM messaging.outbox_lease',
  );
}
