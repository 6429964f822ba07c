import { execFileSync } from 'node:child_process';

/** What runs write about themselves says nothing about the code that ran. */
const WRITTEN_BY_RUNS = ['docs/benchmarks.md', 'docs/faults.md', 'tools/chaos/results.json'];

/** The short hash of the commit that runs, with a word when tracked files differ from it; `unknown` outside a clone. */
export function commit(root = new URL('../../', import.meta.url).pathname): string {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const hash = git('rev-parse', '--short', 'HEAD');
    const others = WRITTEN_BY_RUNS.map((path) => `:(exclude)${path}`);
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.', ...others);
    return changed === '' ? hash : `${hash} with changes`;
  } catch {
    return 'unknown';
  }
}
