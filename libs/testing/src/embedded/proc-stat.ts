import { readFileSync } from 'node:fs';

/**
 * What Linux says of a process in `/proc/PID/stat` from its state on: `[0]` is the state, `[1]` the parent, `[11]` and
 * `[12]` its processor time in ticks, `[13]` and `[14]` that of its children which ended, `[19]` when it began.
 *
 * @returns undefined when there is no such process
 */
export function procStat(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the name in parentheses and may hold anything: count from behind it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
