import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromCheckout, workspaceCopy } from './workspace-copy.js';

const execute = promisify(execFile);

/** The libraries that others may install, in the order of their dependencies. */
export const publicLibraries = ['kernel', 'contracts', 'messaging'] as const;

export interface Tarball {
  readonly library: (typeof publicLibraries)[number];
  /** Where it lies. */
  readonly path: string;
  /** What is in it, by path. */
  readonly files: readonly string[];
}

/**
 * Builds the public libraries from a clean copy, so that nothing of an older build gets in, and packs each.
 *
 * @param inside an empty folder, which holds the tarballs afterwards
 */
export async function packLibraries(inside: string): Promise<Tarball[]> {
  const folders = publicLibraries.map((library) => `libs/${library}`);
  const copy = workspaceCopy(inside, fromCheckout('tsconfig.base.json', ...folders));
  const tsc = join(inside, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, '-b', 'libs/messaging'], copy);
  return Promise.all(publicLibraries.map((library) => pack(library, { copy, inside })));
}

async function pack(library: Tarball['library'], { copy, inside }: { copy: string; inside: string }): Promise<Tarball> {
  const given = ['pack', '--json', '--ignore-scripts', '--pack-destination', inside];
  const stdout = await run('npm', given, join(copy, 'libs', library));
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  return { library, path: join(inside, packed.filename), files: packed.files.map(({ path }) => path).sort() };
}

/** The environment as it is outside of this workspace: npm tells its children, and theirs, which one it runs in. */
function environmentOutside(): NodeJS.ProcessEnv {
  const ours =
    /^(npm_(package|lifecycle|command|execpath|node_execpath)|npm_config_(local_prefix|workspace|include_workspace_root)|INIT_CWD)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** Runs a program in a folder. @returns what it wrote @throws with what it wrote when it fails */
export async function run(program: string, given: readonly string[], cwd: string): Promise<string> {
  try {
    return (await execute(program, given, { cwd, env: environmentOutside() })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${given.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
