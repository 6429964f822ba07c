import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';
import { becomesTrue } from './wait.js';

/** Which processes were started for a folder, so that whoever comes after a SIGKILL can end exactly those. */
export class ProcessRecord {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = join(folder, 'processes');
  }

  add(name: string, pid: number): void {
    mkdirSync(this.folder, { recursive: true });
    const identity = identify(pid);
    if (identity) writeFileSync(this.file(name), JSON.stringify(identity));
  }

  remove(name: string): void {
    rmSync(this.file(name), { force: true });
  }

  /**
   * Ends what an earlier, killed owner left behind, each with its own signal first and SIGKILL after five seconds.
   *
   * @returns the names of those that still ran
   */
  async endLeftovers(signalOf: (name: string) => NodeJS.Signals = () => 'SIGTERM'): Promise<string[]> {
    const left = this.read().filter(({ identity }) => isAlive(identity));
    await Promise.all(left.map(({ name, identity }) => end(identity, signalOf(name))));
    rmSync(this.folder, { recursive: true, force: true });
    return left.map(({ name }) => name);
  }

  private read(): { name: string; identity: ProcessIdentity }[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).flatMap((file) => {
      const identity = readIdentity(join(this.folder, file));
      return identity ? [{ name: basename(file, '.json'), identity }] : [];
    });
  }

  private file(name: string): string {
    return join(this.folder, `${name}.json`);
  }
}

/** @returns undefined when the file is absent or a crash cut it short */
export function readIdentity(file: string): ProcessIdentity | undefined {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

async function end(identity: ProcessIdentity, signal: NodeJS.Signals): Promise<void> {
  signalTo(identity, signal);
  if (await becomesTrue(() => !isAlive(identity), 5000)) return;
  signalTo(identity, 'SIGKILL');
  await becomesTrue(() => !isAlive(identity), 5000);
}

function signalTo(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    if (isAlive(identity)) process.kill(identity.pid, signal);
  } catch {
    // It ended between the question and the signal.
  }
}
