import { it } from '@jest/globals';
import { previousCommit } from './previous-commit.js';

const previous = previousCommit(new URL('../../', import.meta.url).pathname);
if (previous === undefined) {
  console.warn(
    'not run, and counted as skipped: this clone has no commit before the one checked out (git fetch --unshallow)',
  );
}

/** What this clone is compared with; empty when `itWithHistory` skips. */
export const previousRelease = previous ?? '';

/** A test that needs the previous commit. Without one it cannot run, and is counted as skipped rather than as passed. */
export const itWithHistory: typeof it.skip = previous === undefined ? it.skip : it;
