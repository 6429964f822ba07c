import { setTimeout as sleep } from 'node:timers/promises';
import { type Row } from '../row.js';
import { disturb, waysOf } from './ways.js';

export const delayed: Row = {
  number: 10,
  fault: 'there and back take 50, 200, 1,000 ms longer between services and PostgreSQL, and Kafka',
  holds: 'at most 2 rebalances; recovery < 15 s after heal',
  async run(stage) {
    const ways = waysOf(stage.rig);
    for (const server of ['PostgreSQL', 'Kafka'] as const) {
      for (const milliseconds of stage.either([200], [50, 200, 1_000])) {
        const bytesBefore = bytesDelayed(ways[server]);
        const slow = async () => {
          for (const way of ways[server]) way.delay = milliseconds / 2;
          await sleep(stage.either(5_000, 20_000));
        };
        const heal = () => {
          for (const way of ways[server]) way.delay = 0;
        };
        await disturb(stage, `${milliseconds} ms to ${server}`, slow, heal);
        stage.observe(`bytes to and from ${server} delayed`, bytesDelayed(ways[server]) - bytesBefore);
      }
    }
  },
};

const bytesDelayed = (ways: readonly { bytesDelayed: number }[]) =>
  ways.reduce((sum, way) => sum + way.bytesDelayed, 0);
