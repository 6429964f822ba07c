// npm run new -- service|feature|use-case|event|consumer …: makes it, and all that is generated from it. In a copy of the
// workspace that has its packages elsewhere, --lock-only installs nothing; --files-only makes the files and no more.
import { execFileSync } from 'node:child_process';
import { explain } from '../dev/explain.js';
import { make } from './command.js';
import { root } from './files.js';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const lockOnly = process.argv.includes('--lock-only') ? ['--package-lock-only'] : [];

/** What follows from the new files, in this order; each as it can be run by itself. */
const FOLLOWING = [
  [
    'npm',
    'install',
    ...lockOnly,
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ],
  ['tools/ts', 'tools/schema/generate.ts'],
  ['tools/ts', 'tools/contracts/publish.ts'],
  ['tools/ts', 'tools/docs/docs.ts'],
  ['tools/ts', 'tools/rest/publish.ts'],
] as const;

try {
  await make(words);
  const following = process.argv.includes('--files-only') ? [] : FOLLOWING;
  for (const [command, ...args] of following) execFileSync(command, args, { cwd: root, stdio: 'inherit' });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
