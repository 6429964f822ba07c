import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = new URL('../../', import.meta.url).pathname;

/**
 * Lays out a copy of this workspace in a new folder: what `fill` puts there, in which `@jaki/…` means the copy's own
 * libraries and every other package the one that is installed here.
 *
 * @param inside an empty folder; the copy is a folder in it
 * @returns the root of the copy
 */
export function workspaceCopy(inside: string, fill: (copy: string) => void): string {
  const copy = join(inside, 'copy');
  mkdirSync(copy);
  fill(copy);
  // Looked for first; what is not there is looked for one folder up.
  mkdirSync(join(copy, 'node_modules/@jaki'), { recursive: true });
  for (const name of readdirSync(join(copy, 'libs'))) {
    symlinkSync(join(copy, 'libs', name), join(copy, 'node_modules/@jaki', name));
  }
  symlinkSync(join(root, 'node_modules/.bin'), join(copy, 'node_modules/.bin'));
  symlinkSync(join(root, 'node_modules'), join(inside, 'node_modules'));
  for (const project of globSync(['{libs,apps}/*', 'tools'], { cwd: copy })) {
    const own = join(root, project, 'node_modules');
    if (existsSync(own)) symlinkSync(own, join(copy, project, 'node_modules'));
  }
  return copy;
}

/** Fills a copy with what git knows of the checkout as it is now: new and changed files too, ignored ones not. */
export function fromCheckout(...paths: readonly string[]): (copy: string) => void {
  return (copy) => {
    const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...paths];
    const files = execFileSync('git', list, { cwd: root }).toString().split('\0');
    for (const file of files.filter((each) => each !== '' && existsSync(join(root, each)))) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    }
  };
}

/** Fills a copy with files as they were in a commit. */
export function fromCommit(commit: string, ...paths: readonly string[]): (copy: string) => void {
  return (copy) => {
    const archive = execFileSync('git', ['archive', commit, ...paths], { cwd: root, maxBuffer: 512 * 1024 * 1024 });
    execFileSync('tar', ['-x', '-C', copy], { input: archive });
  };
}
