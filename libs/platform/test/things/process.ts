import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export interface ThingsProcess {
  child: ChildProcess;
  /** What it wrote. */
  output: () => string;
  /** Its address, once it is ready. */
  ready: Promise<string>;
  /** Its exit code, null when a signal ended it. */
  ended: Promise<number | null>;
}

/** `things` as an operating system process of its own, run from source as `npm start` does. */
export function forkThings(env: Record<string, string>): ThingsProcess {
  const child = fork(path('./main.ts'), [], {
    env: { ...process.env, ...env },
    execArgv: ['-C', '@jaki/source', '--import', path('../../../../tools/swc-register.mjs')],
    silent: true,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  // 'exit' and the end of its output, as 'close' never comes once we have disconnected.
  const drained = child.stdout ? once(child.stdout, 'close') : [];
  const ended = Promise.all([once(child, 'exit'), drained]).then(([[code]]) => code as number | null);
  const ready = once(child, 'message').then(([message]) => (message as { ready: string }).ready);
  return { child, output: () => text, ready, ended };
}
