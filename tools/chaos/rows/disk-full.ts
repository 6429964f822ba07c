import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SmallDisk } from '../rig/small-disk.js';
import { type Stage } from '../row.js';

interface FullServer {
  readonly name: 'postgres' | 'kafka';
  readonly disk: SmallDisk;
}

/** What rows 13 and 14 have in common: load on a small disk, which is filled and gets room again. */
export async function diskFull(stage: Stage, { name, disk }: FullServer): Promise<void> {
  const { load, rig } = stage;
  const server = rig.servers[name];
  await disk.moveIn();
  try {
    load.start({ patience: 8_000 });
    await sleep(2_000);
    const before = complaintsIn(server.process.log);
    const filler = await fillFor(disk, stage.either(8_000, 30_000));
    stage.observe(`megabytes that filled the disk`, Math.round(filler / 1_000_000));
    disk.clear();
    // It may have ended by itself, which is its way to refuse.
    if (server.process.pid === undefined) await server.restart();
    stage.healed();
    stage.observe(`times that ${name} found no space`, complaintsIn(server.process.log) - before);
    await sleep(2_000);
    await load.stop();
    await load.retryUnknown();
    await stage.settle();
  } finally {
    await disk.moveOut();
  }
  const refused = load.operations.filter(({ outcome, kind }) => outcome === 'fail' && kind !== 'fileNowhere');
  stage.require('nobody is told that it is his fault', refused.length === 0, refused.map(({ why }) => why).join(' '));
}

/** What the server itself gives free meanwhile is taken too. */
async function fillFor(disk: SmallDisk, milliseconds: number): Promise<number> {
  const until = Date.now() + milliseconds;
  let bytes = 0;
  while (Date.now() < until) {
    bytes += disk.fill();
    await sleep(200);
  }
  return bytes;
}

const complaintsIn = (log: string) => readFileSync(log, 'utf8').split('No space left on device').length - 1;
