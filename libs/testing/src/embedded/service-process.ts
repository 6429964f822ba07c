import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CannotStart } from './cannot-start.js';
import { ChildSlot } from './child-slot.js';
import { type ProcessRecord } from './process-record.js';
import { tellingLine } from './run.js';
import { becomesTrue } from './wait.js';

export interface ServiceSpec {
  readonly name: string;
  /** Its `main.ts`, run from source. */
  readonly main: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
  /** Where it is noted down for whoever comes after a SIGKILL. */
  readonly record?: ProcessRecord;
  /** How long it may take to say that it is ready, in milliseconds. */
  readonly readyWithin?: number;
}

const register = new URL('../../../../tools/swc-register.mjs', import.meta.url).href;
const KEPT_LINES = 2000;

/** Runs a TypeScript program of this workspace from source as a child process, with a channel that tells it our end. */
export function forkSource(main: string, env: Readonly<Record<string, string>>): ChildProcess {
  return fork(main, [], {
    env: { ...process.env, ...env },
    execArgv: ['-C', '@jaki/source', '--import', register],
    cwd: fileURLToPath(new URL('../../../../', import.meta.url)),
    // Its own process group: Ctrl-C in a terminal reaches the launcher only, which stops all in order.
    detached: true,
    silent: true,
  });
}

/** A service as a real process of its own. */
export class ServiceProcess {
  readonly slot: ChildSlot;
  /** What it wrote, newest last. */
  readonly lines: string[] = [];

  constructor(readonly spec: ServiceSpec) {
    this.slot = new ChildSlot(spec.name, spec.record);
  }

  get url(): string {
    return `http://127.0.0.1:${this.spec.port}`;
  }

  get pid(): number | undefined {
    return this.slot.pid;
  }

  /** @throws CannotStart with its last error when it ends or is not ready in time */
  async start(): Promise<void> {
    const { name, main, env, port, readyWithin = 120_000 } = this.spec;
    const child = forkSource(main, { ...env, PORT: String(port) });
    this.slot.put(child);
    for (const stream of [child.stdout, child.stderr]) if (stream) this.collect(stream);
    const ready = await becomesTrue(async () => !this.slot.holds(child) || (await this.isReady()), readyWithin, 50);
    if (ready && this.slot.holds(child)) return;
    await this.kill();
    throw new CannotStart(`${name} did not start: ${tellingLine(this.lines.join('\n')) ?? 'it said nothing'}.`);
  }

  /** In order: it finishes what it does. Stopping twice is harmless. */
  stop(): Promise<void> {
    return this.slot.end('SIGTERM');
  }

  /** What a crash does. */
  kill(): Promise<void> {
    return this.slot.end('SIGKILL');
  }

  /** What a frozen machine does, until `thaw`. */
  freeze(): void {
    this.slot.signal('SIGSTOP');
  }

  thaw(): void {
    this.slot.signal('SIGCONT');
  }

  async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2000) })).ok;
    } catch {
      return false;
    }
  }

  private collect(stream: NodeJS.ReadableStream): void {
    createInterface({ input: stream }).on('line', (line) => {
      this.lines.push(line);
      if (this.lines.length > KEPT_LINES) this.lines.shift();
      this.spec.onLine?.(line);
    });
  }
}
