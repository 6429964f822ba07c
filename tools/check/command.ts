import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

const root = new URL('../../', import.meta.url).pathname;

/** Runs a program of ours at the root, without a shell. Its output is the fault when it fails. */
export async function command(program: string, ...given: readonly string[]): Promise<readonly string[]> {
  const child = spawn(`${root}node_modules/.bin/${program}`, given, {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return code === 0 ? [] : [`${out}${err}`.trim() || `${program} ended with ${code ?? 'a signal'}`];
}

/** Runs a TypeScript file of ours straight from source. */
export function script(path: string, ...given: readonly string[]): Promise<readonly string[]> {
  return command('node', '-C', '@jaki/source', '--import', './tools/swc-register.mjs', path, ...given);
}
