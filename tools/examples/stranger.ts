import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Tarball } from '../packages/pack.js';

const root = new URL('../../', import.meta.url).pathname;
export const example = join(root, 'examples/subscriber');

/** The files that a stranger writes. */
export const OWN_CODE = ['main.ts', 'migrations/20261122000000_regions/migration.sql'] as const;

/** Does what the tutorial says in an empty folder outside of the workspace: its files, and npm i of the tarballs. */
export async function install(folder: string, tarballs: readonly Tarball[]): Promise<void> {
  for (const file of ['package.json', ...OWN_CODE]) cpSync(join(example, file), join(folder, file));
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error'];
  const given = ['install', ...quiet, ...tarballs.map(({ path }) => path)];
  await run('npm', given, folder);
}

/** Checks the stranger's code against the types in the packages. @throws with what the compiler says */
export async function compile(folder: string): Promise<void> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const types = ['--typeRoots', join(root, 'node_modules/@types'), '--types', 'node'];
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck', ...types];
  await run(process.execPath, [tsc, ...options, 'main.ts'], folder);
}

/** `npm start` in the stranger's folder. What it says goes into `lines`. */
export function start(folder: string, env: Readonly<Record<string, string>>, lines: string[]): ChildProcess {
  const child = spawn(process.execPath, ['main.ts'], { cwd: folder, env: { PATH: process.env['PATH'], ...env } });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => lines.push(String(text)));
  return child;
}
