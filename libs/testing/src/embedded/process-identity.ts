import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { procStat } from './proc-stat.js';

/** A process for certain: numbers are given again after a while, a number with its start time is not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque; compare only. */
  readonly startedAt: string;
}

/** @returns undefined when there is no such process (or it has ended and only waits to be reaped) */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether exactly this process still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

function startOnLinux(pid: number): string | undefined {
  const { 0: state, 19: ticks } = procStat(pid) ?? [];
  if (ticks === undefined || state === 'Z' || state === 'X') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
}

function startByPs(pid: number): string | undefined {
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { env, encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
