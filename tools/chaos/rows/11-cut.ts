import { setTimeout as sleep } from 'node:timers/promises';
import { type TcpProxy } from '../proxy/tcp-proxy.js';
import { type Row } from '../row.js';
import { disturb, waysOf } from './ways.js';

const modes = {
  'cut both ways': { start: (way: TcpProxy) => way.cut(), count: (way: TcpProxy) => way.connectionsCut },
  'half-open': { start: (way: TcpProxy) => void (way.mute = true), count: (way: TcpProxy) => way.bytesDropped },
} as const;

export const cut: Row = {
  number: 11,
  fault: 'ways to PostgreSQL and to Kafka cut 30 s; half-open 30 s: nothing arrives and nobody is told',
  holds: 'at most 2 rebalances; recovery < 15 s after heal',
  async run(stage) {
    const ways = waysOf(stage.rig);
    for (const server of ['PostgreSQL', 'Kafka'] as const) {
      for (const [mode, { start, count }] of Object.entries(modes)) {
        const total = () => ways[server].reduce((sum, way) => sum + count(way), 0);
        const before = total();
        const fault = async () => {
          for (const way of ways[server]) start(way);
          await sleep(stage.either(6_000, 30_000));
        };
        await disturb(stage, `${mode}, ${server}`, fault, () => {
          for (const way of ways[server]) way.heal();
        });
        stage.observe(`${mode}, ${server}: connections cut or bytes dropped`, total() - before);
      }
    }
  },
};
