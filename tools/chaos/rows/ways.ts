import { becomesTrue } from '@jaki/testing/embedded';
import { type TcpProxy } from '../proxy/tcp-proxy.js';
import { type Rig } from '../rig/rig.js';
import { type Stage } from '../row.js';

const RECOVERED_WITHIN = 15_000;
const MOST_REBALANCES = 2;

/** The ways of reports and notifications, by where they lead. */
export function waysOf(rig: Rig): Readonly<Record<'PostgreSQL' | 'Kafka', readonly TcpProxy[]>> {
  return {
    PostgreSQL: [rig.get('reports').postgres, rig.get('notifications').postgres],
    Kafka: [rig.kafkaWay('reports'), rig.kafkaWay('notifications')],
  };
}

/** How often notifications has said that it joined its group: each time its partitions were shared out. */
export function rebalances(rig: Rig): number {
  return rig.get('notifications').process.lines.filter((line) => line.includes('joined notifications')).length;
}

/** Load, the fault, the heal, and then: back to nothing waiting within 15 s, and at most two rebalances. */
export async function disturb(stage: Stage, what: string, fault: () => Promise<void>, heal: () => void) {
  const { rig, load } = stage;
  const before = rebalances(rig);
  load.start({ patience: 20_000 });
  await fault();
  heal();
  const healed = Date.now();
  await load.stop();
  await stage.settle();
  const after = Date.now() - healed;
  const joined = rebalances(rig) - before;
  stage.note(`${what}: recovered after ${after} ms, ${joined} rebalances`);
  stage.require(`recovered from ${what} within 15 s`, after < RECOVERED_WITHIN, `${after} ms`);
  stage.require(`at most 2 rebalances for ${what}`, joined <= MOST_REBALANCES, joined);
  await becomesTrue(() => rig.get('reports').process.isReady(), 30_000, 100);
  await load.retryUnknown();
}
