import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files of a folder that are not as they were when they were first committed: edited or gone. Git's history is the
 * witness, as far back as this clone has it. Paths from the root.
 */
export function notKept(root: string, folder: string): string[] {
  return [...firstCommits(root, folder)]
    .filter(([path, commit]) => {
      const file = join(root, path);
      return !existsSync(file) || !readFileSync(file).equals(git(root, 'show', `${commit}:${path}`));
    })
    .map(([path]) => path);
}

/** By path, the commit that brought it first. */
function firstCommits(root: string, folder: string): Map<string, string> {
  const added = ['--diff-filter=A', '--no-renames', '--name-only', '--format=commit %H'];
  const lines = git(root, 'log', '--full-history', ...added, '--', folder)
    .toString()
    .split('\n');
  const first = new Map<string, string>();
  let commit = '';
  // The log begins with the newest: what comes later is older and counts.
  for (const line of lines) {
    if (line.startsWith('commit ')) commit = line.slice('commit '.length);
    else if (line !== '') first.set(line, commit);
  }
  return first;
}

function git(root: string, ...given: readonly string[]): Buffer {
  return execFileSync('git', given, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
}
