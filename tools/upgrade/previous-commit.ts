import { spawnSync } from 'node:child_process';

/**
 * The commit before the one that is checked out, as its hash; undefined in a clone that does not have it. Nothing is
 * fetched for it.
 */
export function previousCommit(root: string): string | undefined {
  const env = { ...process.env, GIT_NO_LAZY_FETCH: '1' };
  const { stdout, status } = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD~1^{tree}'], {
    cwd: root,
    env,
  });
  if (status !== 0 || stdout.toString().trim() === '') return undefined;
  return spawnSync('git', ['rev-parse', 'HEAD~1'], { cwd: root, env }).stdout.toString().trim();
}
