import { readdirSync, readFileSync } from 'node:fs';
import { procStat } from '@jaki/testing/embedded';

// Linux counts processor time in ticks of 10 ms for every program, whatever the kernel's own clock is.
const MICROSECONDS_PER_TICK = 10_000;

/**
 * Processor time that a process has used so far with all its threads, in microseconds, to the nearest 10,000.
 *
 * @throws Error when there is no such process
 */
export function processorTime(pid: number): number {
  const own = fieldsOf(pid)?.own;
  if (own === undefined) throw new Error(`process ${pid} has ended`);
  return own * MICROSECONDS_PER_TICK;
}

/** Resident memory of a process in MiB. */
export function residentMemory(pid: number): number {
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes) / 1024;
}

/**
 * Processor time of a process and all below it, in microseconds: also of children that have ended, once their parent
 * knows.
 */
export function processorTimeOfTree(pid: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const stats = all.flatMap((name) => fieldsOf(Number(name)) ?? []);
  const below = new Set([pid]);
  for (let grown = true; grown;) {
    const children = stats.filter(({ id, parent }) => below.has(parent) && !below.has(id));
    for (const { id } of children) below.add(id);
    grown = children.length > 0;
  }
  const times = stats.filter(({ id }) => below.has(id)).map(({ own, children }) => own + children);
  return times.reduce((sum, time) => sum + time, 0) * MICROSECONDS_PER_TICK;
}

function fieldsOf(pid: number) {
  const fields = procStat(pid)?.map(Number);
  if (fields === undefined) return undefined;
  const [own, children] = [(fields[11] ?? 0) + (fields[12] ?? 0), (fields[13] ?? 0) + (fields[14] ?? 0)];
  return { id: pid, parent: fields[1] ?? 0, own, children };
}
