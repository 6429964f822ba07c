import { performance } from 'node:perf_hooks';

/** One thing that `npm run check` looks at. */
export interface Step {
  readonly name: string;
  /** What is wrong, for people to read; nothing when all is well. A thrown error counts as wrong too. */
  readonly faults: () => Promise<readonly string[]> | readonly string[];
  /** What usually mends it. */
  readonly mend?: string;
}

/** Takes all steps, also after one that failed, and prints a line for each. @returns how many failed */
export async function take(steps: readonly Step[], print: (line: string) => void): Promise<number> {
  let failed = 0;
  for (const { name, faults, mend } of steps) {
    const start = performance.now();
    const found = await caught(faults);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    print(`${found.length === 0 ? '✔' : '✘'} ${name} (${seconds} s)`);
    for (const fault of found) print(fault.replace(/^/gm, '    '));
    if (found.length > 0 && mend !== undefined) print(`    → ${mend}`);
    if (found.length > 0) failed += 1;
  }
  return failed;
}

async function caught(faults: Step['faults']): Promise<readonly string[]> {
  try {
    return await faults();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
