import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CannotStart } from './cannot-start.js';

export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root: root starts it as `postgres`, or as `nobody` where that user does not exist.
 *
 * @returns undefined when we are not root, so that it runs as ourselves
 */
export function postgresUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = users.find((line) => line.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new CannotStart(
    'PostgreSQL refuses to run as root and this machine has no user postgres or nobody: run as another user.',
  );
}

/** Whether the user may walk to this existing folder; asked of the system itself, which knows of ACLs and mounts. */
export function canReach(folder: string, user: OsUser | undefined): boolean {
  try {
    execFileSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { cwd: '/', stdio: 'ignore', ...user });
    return true;
  } catch {
    return false;
  }
}
