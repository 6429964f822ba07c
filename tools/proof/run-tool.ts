import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

/** kafkajs 2.2.4 on Node 24. */
const QUIET = ['--disable-warning=TimeoutNegativeWarning'];

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of `tools/` as a person does, for the platform in that folder. */
export function runTool(program: string, words: readonly string[], folder: string): Promise<Ran> {
  const node = ['-C', '@jaki/source', '--import', path('swc-register.mjs'), ...QUIET, path(program), ...words];
  const env = { ...process.env, JAKI_DATA: folder };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, node, { env, timeout: 120_000 }, (_, out, err) => {
      resolve({ code: child.exitCode, out, err });
    });
  });
}
