import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.js';
import { ChildSlot } from './child-slot.js';
import { ProcessRecord } from './process-record.js';
import { tellingLine } from './run.js';
import { becomesTrue } from './wait.js';

export interface ServerSpec {
  /** Names its log and its record within the folder. */
  readonly name: string;
  readonly folder: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly user?: { uid: number; gid: number } | undefined;
  /** The signal that stops it in order. */
  readonly stopSignal: NodeJS.Signals;
  readonly ready: () => Promise<boolean>;
}

const READY_WITHIN = 120_000;
const LONGEST_LOG = 8_000_000;

/** A real server as a child process, whose output goes to `<folder>/<name>.log`. */
export class ServerProcess {
  readonly slot: ChildSlot;

  constructor(private readonly spec: ServerSpec) {
    this.slot = new ChildSlot(spec.name, new ProcessRecord(spec.folder));
  }

  get pid(): number | undefined {
    return this.slot.pid;
  }

  get log(): string {
    return join(this.spec.folder, `${this.spec.name}.log`);
  }

  /** @throws CannotStart with the last error of its log when it ends or is not ready within two minutes */
  async start(): Promise<void> {
    const logged = sizeOf(this.log);
    const child = this.spawn();
    const ready = await becomesTrue(async () => !this.slot.holds(child) || (await this.spec.ready()), READY_WITHIN);
    if (ready && this.slot.holds(child)) return;
    await this.kill();
    throw new CannotStart(`${this.spec.name} did not start: ${this.complaint(logged)} (see ${this.log}).`);
  }

  /** Stops it in order. Stopping twice is harmless. */
  stop(): Promise<void> {
    return this.slot.end(this.spec.stopSignal);
  }

  /** What a crash does: no goodbye. */
  kill(): Promise<void> {
    return this.slot.end('SIGKILL');
  }

  private spawn(): ChildProcess {
    const { folder, command, args, env, user } = this.spec;
    mkdirSync(folder, { recursive: true });
    // A file and no pipe: the server must not notice when its launcher is killed.
    const log = openSync(this.log, sizeOf(this.log) > LONGEST_LOG ? 'w' : 'a');
    // Its own process group: Ctrl-C in a terminal reaches the launcher only, which stops all in order.
    const child = spawn(command, args, { cwd: folder, env, detached: true, stdio: ['ignore', log, log], ...user });
    closeSync(log);
    this.slot.put(child);
    return child;
  }

  private complaint(from: number): string {
    return tellingLine(readFileSync(this.log).subarray(from).toString('utf8')) ?? 'it said nothing';
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
