import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';
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

const READY_WITHIN = 60_000;
const STOP_WITHIN = 20_000;

/** A real server as a child process, whose output goes to `<folder>/<name>.log`. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  private readonly record: ProcessRecord;
  /** Called when it ends without having been asked to. */
  onUnexpectedExit: ((name: string) => void) | undefined;

  constructor(private readonly spec: ServerSpec) {
    this.record = new ProcessRecord(spec.folder);
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get log(): string {
    return join(this.spec.folder, `${this.spec.name}.log`);
  }

  /** @throws CannotStart with the last line of its log when it ends or is not ready within a minute */
  async start(): Promise<void> {
    const logged = sizeOf(this.log);
    const child = this.spawn();
    const ended = () => this.child !== child;
    const ready = await becomesTrue(async () => ended() || (await this.spec.ready()), READY_WITHIN);
    if (ready && !ended()) return;
    await this.kill();
    throw new CannotStart(`${this.spec.name} did not start: ${this.lastLine(logged)} (see ${this.log}).`);
  }

  /** Stops it in order; after 20 s without mercy. Stopping twice is harmless. */
  async stop(): Promise<void> {
    await this.end(this.spec.stopSignal);
  }

  /** What a crash does: no goodbye. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private spawn(): ChildProcess {
    const { name, folder, command, args, env, user } = this.spec;
    mkdirSync(folder, { recursive: true });
    const log = openSync(this.log, sizeOf(this.log) > 8_000_000 ? 'w' : 'a');
    // Its own process group: Ctrl-C in a terminal reaches the launcher only, which stops all in order.
    const child = spawn(command, args, { cwd: folder, env, detached: true, stdio: ['ignore', log, log], ...user });
    closeSync(log);
    if (child.pid !== undefined) this.record.add(name, child.pid);
    this.child = child;
    this.stopping = false;
    const ended = () => {
      this.forget(child);
    };
    // An error instead of an exit comes when there is no such program.
    child.once('exit', ended).once('error', ended);
    return child;
  }

  private forget(child: ChildProcess): void {
    if (this.child !== child) return;
    this.record.remove(this.spec.name);
    this.child = undefined;
    if (!this.stopping) this.onUnexpectedExit?.(this.spec.name);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.stopping = true;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN);
    await Promise.race([gone, sleep(STOP_WITHIN + 5000, undefined, { ref: false })]);
    clearTimeout(timer);
  }

  private lastLine(from: number): string {
    return tellingLine(readFileSync(this.log).subarray(from).toString('utf8')) ?? 'it said nothing';
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
