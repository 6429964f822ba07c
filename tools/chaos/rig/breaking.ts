import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { becomesTrue, CannotStart, procStat } from '@jaki/testing/embedded';
import { type Instance, stateOf } from './instance.js';

/** SIGKILL, and proof of it. @returns how many processes really ended: 1, or 0 when none ran */
export async function kill({ process }: Instance): Promise<number> {
  const { pid } = process;
  if (pid === undefined) return 0;
  await process.kill();
  return stateOf(pid) === undefined ? 1 : 0;
}

/** Waits for the end of a process that dies by itself. @throws Error when it lives on */
export async function death(instance: Instance, within = 20_000): Promise<void> {
  if (await becomesTrue(() => instance.process.pid === undefined, within)) return;
  throw new Error(`${instance.label} was to die at its fail point and still lives after ${within / 1000} s`);
}

/** Starts it again. @returns milliseconds until it was ready */
export async function revive({ process }: Instance): Promise<number> {
  const began = Date.now();
  await process.start();
  return Date.now() - began;
}

/**
 * Starts it as a supervisor does: again while something else that is broken keeps it from starting.
 *
 * @returns how many starts failed before
 * @throws CannotStart when it still does not start after a minute
 */
export async function superviseStart(instance: Instance): Promise<number> {
  const until = Date.now() + 60_000;
  for (let failed = 0; ; failed += 1) {
    try {
      await revive(instance);
      return failed;
    } catch (error) {
      if (!(error instanceof CannotStart) || Date.now() > until) throw error;
      await sleep(500);
    }
  }
}

/**
 * SIGSTOP for a while, then SIGCONT.
 *
 * @returns how many of the processes the system showed as stopped
 */
export async function freezeFor(pids: readonly number[], milliseconds: number): Promise<number> {
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await sleep(milliseconds / 2);
  const stopped = pids.filter((pid) => stateOf(pid) === 'T').length;
  await sleep(milliseconds / 2);
  for (const pid of pids) if (stateOf(pid) !== undefined) process.kill(pid, 'SIGCONT');
  return stopped;
}

/** A process and its children: PostgreSQL is a family. */
export function familyOf(pid: number): number[] {
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && Number(procStat(Number(name))?.[1]) === pid,
  );
  return [pid, ...children.map(Number)];
}

/** How often events came that had had their effect before; a process that was started anew counts from 0. */
export class DuplicateCount {
  readonly #before = new Map<Instance, { pid: number | undefined; count: number }>();

  /** From now on. */
  static async start(instances: readonly Instance[]): Promise<DuplicateCount> {
    const count = new DuplicateCount();
    for (const instance of instances) {
      const { pid } = instance.process;
      count.#before.set(instance, { pid, count: pid === undefined ? 0 : await metricOf(instance) });
    }
    return count;
  }

  /** At least so many: what a process had counted when it was killed is lost. */
  async absorbed(): Promise<number> {
    let sum = 0;
    for (const [instance, { pid, count }] of this.#before) {
      const now = await metricOf(instance);
      sum += instance.process.pid === pid ? now - count : now;
    }
    return sum;
  }
}

const metricOf = (instance: Instance) => instance.metric('inbox_duplicates_total');
