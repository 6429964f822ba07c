import { join } from 'node:path';
import { CannotStart, LockFile, ProcessRecord } from '@jaki/testing/embedded';
import { lockFileOf, withdrawPlatform } from './addresses.js';
import { prepareFolder } from './data-folder.js';
import { type Print } from './output.js';
import { type Ports, refuseTakenPorts } from './ports.js';

export const recordOf = (folder: string) => new ProcessRecord(folder);

/**
 * Makes the folder ours alone: refuses while another launcher lives, and ends what a killed one left running.
 *
 * @returns what gives it free again
 * @throws CannotStart in one sentence
 */
export async function claim(folder: string, ports: Ports, say: Print): Promise<() => Promise<void>> {
  prepareFolder(folder);
  const lock = new LockFile(lockFileOf(folder));
  const other = lock.take();
  if (other) {
    throw new CannotStart(
      `The platform already runs from ${folder} (process ${other.pid}): stop it there with Ctrl-C, or set JAKI_DATA to another folder.`,
    );
  }
  const release = () => {
    withdrawPlatform(folder);
    lock.release();
    return Promise.resolve();
  };
  try {
    const left = await endLeftovers(folder);
    if (left.length > 0) say(`Ended what a killed start left running: ${left.join(', ')}.`);
    await refuseTakenPorts(ports);
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

/** Services first, then what they need. SIGINT lets PostgreSQL end its sessions instead of waiting for them. */
export async function endLeftovers(folder: string): Promise<string[]> {
  const services = await recordOf(folder).endLeftovers();
  const kafka = await recordOf(join(folder, 'kafka')).endLeftovers();
  const postgres = await recordOf(join(folder, 'postgres')).endLeftovers(() => 'SIGINT');
  return [...services, ...kafka, ...postgres];
}
