import { type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ProcessRecord } from './process-record.js';

const STOP_WITHIN = 20_000;

/** The place of one child process at a time, which is noted down while it runs. */
export class ChildSlot {
  private child: ChildProcess | undefined;
  private stopping = false;
  /** The exit code of the last one that ended, or the signal that ended it. */
  lastEnd: number | NodeJS.Signals | undefined;
  /** Called when it ends without having been asked to. */
  onUnexpectedExit: ((name: string) => void) | undefined;

  constructor(
    private readonly name: string,
    private readonly record?: ProcessRecord,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  put(child: ChildProcess): void {
    if (child.pid !== undefined) this.record?.add(this.name, child.pid);
    this.child = child;
    this.stopping = false;
    const ended = () => {
      this.clear(child);
    };
    child.once('exit', (code, signal) => {
      this.lastEnd = code ?? signal ?? undefined;
      ended();
    });
    // An error instead of an exit comes when there is no such program.
    child.once('error', ended);
  }

  holds(child: ChildProcess): boolean {
    return this.child === child;
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** Sends the signal and waits for the end; after 20 s without mercy. Harmless when nothing runs. */
  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.stopping = true;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN);
    await Promise.race([gone, sleep(STOP_WITHIN + 5000, undefined, { ref: false })]);
    clearTimeout(timer);
  }

  private clear(child: ChildProcess): void {
    if (this.child !== child) return;
    this.record?.remove(this.name);
    this.child = undefined;
    if (!this.stopping) this.onUnexpectedExit?.(this.name);
  }
}
