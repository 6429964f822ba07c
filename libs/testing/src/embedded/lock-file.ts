import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';
import { readIdentity } from './process-record.js';

/** A lock between processes that a dead holder cannot keep: the file says who holds it and since when it runs. */
export class LockFile {
  constructor(private readonly file: string) {}

  /** @returns the living process that holds it, or undefined when we hold it now */
  take(): ProcessIdentity | undefined {
    mkdirSync(dirname(this.file), { recursive: true });
    const mine = `${this.file}.${process.pid}`;
    writeFileSync(mine, JSON.stringify(identify(process.pid)));
    try {
      for (;;) {
        // A link appears complete or not at all: nobody reads half of it.
        if (tryLink(mine, this.file)) return undefined;
        const holder = readIdentity(this.file);
        if (holder && isAlive(holder)) return holder;
        this.removeStale();
      }
    } finally {
      rmSync(mine, { force: true });
    }
  }

  /** Moves it away before removing it: should another process have renewed it in between, that one's goes back. */
  private removeStale(): void {
    const moved = `${this.file}.${process.pid}.stale`;
    try {
      renameSync(this.file, moved);
    } catch {
      return; // another process was first
    }
    const holder = readIdentity(moved);
    if (holder && isAlive(holder)) tryLink(moved, this.file);
    rmSync(moved, { force: true });
  }

  release(): void {
    if (readIdentity(this.file)?.pid === process.pid) rmSync(this.file, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
