import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Room that is left on the disk before somebody fills it. */
const SLACK_MB = 48;
const CHUNK = Buffer.alloc(64 * 1024);

interface Server {
  stop(): Promise<void>;
  restart(): Promise<void>;
}

/**
 * A server whose data lie on a disk of their own, a little bigger than they are: a tmpfs, for which one has to be root.
 * The data move there and back while the server is stopped.
 */
export class SmallDisk {
  readonly #data: string;
  readonly #away: string;
  #mounted = false;

  /** @param folder of the server, which has its data in `data` */
  constructor(
    private readonly server: Server,
    folder: string,
  ) {
    this.#data = join(folder, 'data');
    this.#away = join(folder, 'data.away');
  }

  /** Gives the server its small disk and starts it again. @throws Error when this user may not mount */
  async moveIn(): Promise<void> {
    await this.server.stop();
    renameSync(this.#data, this.#away);
    mkdirSync(this.#data);
    try {
      const used = Number(execFileSync('du', ['-sm', this.#away]).toString().split('\t')[0]);
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${used + SLACK_MB}m`, 'tmpfs', this.#data]);
      this.#mounted = true;
      const { uid, gid, mode } = statSync(this.#away);
      copy(this.#away, this.#data);
      execFileSync('chown', [`${uid}:${gid}`, this.#data]);
      execFileSync('chmod', [(mode & 0o777).toString(8), this.#data]);
    } finally {
      if (!this.#mounted) this.#goBack();
      await this.server.restart();
    }
  }

  /** Writes until nothing more fits. @returns bytes */
  fill(): number {
    const file = openSync(this.#filler, 'a');
    let bytes = 0;
    try {
      // Smaller and smaller pieces, until not even one byte fits.
      for (let size = CHUNK.length; size >= 1; size = Math.floor(size / 2)) {
        for (let written = size; written > 0; bytes += written) written = tryWrite(file, size);
      }
    } finally {
      closeSync(file);
    }
    return bytes;
  }

  /** There is room again. */
  clear(): void {
    rmSync(this.#filler, { force: true });
  }

  /** Back to the big disk, with all that was written meanwhile. The server runs afterwards. */
  async moveOut(): Promise<void> {
    if (!this.#mounted) return;
    this.clear();
    await this.server.stop();
    rmSync(this.#away, { recursive: true });
    const { uid, gid, mode } = statSync(this.#data);
    mkdirSync(this.#away, { mode: mode & 0o777 });
    copy(this.#data, this.#away);
    execFileSync('chown', [`${uid}:${gid}`, this.#away]);
    this.unmount();
    await this.server.restart();
  }

  /** For whoever gives up half-way: a mounted folder cannot be removed. Harmless when nothing is mounted. */
  unmount(): void {
    if (!this.#mounted) return;
    execFileSync('umount', ['-l', this.#data]);
    this.#mounted = false;
    this.#goBack();
  }

  #goBack(): void {
    rmSync(this.#data, { recursive: true });
    renameSync(this.#away, this.#data);
  }

  get #filler(): string {
    return join(this.#data, 'filler');
  }
}

function copy(from: string, to: string): void {
  execFileSync('cp', ['-a', '--sparse=always', `${from}/.`, to]);
}

function tryWrite(file: number, size: number): number {
  try {
    return writeSync(file, CHUNK, 0, size);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return 0;
    throw error;
  }
}
