// `npm run reset`: destroys the data and secrets of the platform on this machine.
import { existsSync, rmSync } from 'node:fs';
import { CannotStart, isAlive, readIdentity } from '@jaki/testing/embedded';
import { lockFileOf } from './addresses.js';
import { endLeftovers } from './claim.js';
import { chooseFolder, isOurs } from './data-folder.js';
import { explain } from './explain.js';

/** @returns what was done, in words */
export async function reset(folder: string): Promise<string> {
  if (!existsSync(folder)) return `There is nothing to destroy: ${folder} does not exist.`;
  if (!isOurs(folder)) throw new CannotStart(`${folder} is no data folder of this platform, so nothing was destroyed.`);
  const launcher = readIdentity(lockFileOf(folder));
  if (launcher && isAlive(launcher)) {
    throw new CannotStart(`The platform runs from ${folder} (process ${launcher.pid}): stop it with Ctrl-C first.`);
  }
  await endLeftovers(folder);
  rmSync(folder, { recursive: true, force: true });
  return (
    `Destroyed ${folder}: databases, topics, photos, logs and the secrets. ` +
    'The next start makes new keys: old tokens, sealed recipients and encrypted phone numbers mean nothing to it.'
  );
}

if (import.meta.main) {
  try {
    process.stdout.write(`${await reset(chooseFolder(process.env).folder)}\n`);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
