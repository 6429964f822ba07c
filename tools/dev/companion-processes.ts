import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import {
  becomesTrue,
  CannotStart,
  ChildSlot,
  forkSource,
  type ProcessRecord,
  tellingLine,
} from '@jaki/testing/embedded';
import { recordOf } from './claim.js';
import { companions } from './local.js';
import { type Output, type Print } from './output.js';
import { type ServiceSurroundings } from './services.js';
import { type UndoStack } from './undo-stack.js';

const PROGRAM = fileURLToPath(new URL('../containers/companion.ts', import.meta.url));
const READY_WITHIN = 120_000;
const KEPT_LINES = 100;

interface CompanionSpec {
  readonly name: string;
  readonly port: number;
  /** The path that answers once it is ready. */
  readonly shownAt: string;
  readonly record: ProcessRecord;
  readonly onLine: Print;
}

/** A companion as a process of its own, so that its faults are not the launcher's. What it holds in memory ends with it. */
export class CompanionProcess {
  readonly slot: ChildSlot;

  constructor(private readonly spec: CompanionSpec) {
    this.slot = new ChildSlot(spec.name, spec.record);
  }

  /** @throws CannotStart with its last error when it ends or is not ready in time */
  async start(): Promise<void> {
    const { name, port, onLine } = this.spec;
    const child = forkSource(PROGRAM, { COMPANION: name, PORT: String(port), HOST: '127.0.0.1' });
    this.slot.put(child);
    const said: string[] = [];
    const heed = (line: string) => {
      onLine(line);
      // For what is told when it does not start.
      if (said.push(line) > KEPT_LINES) said.shift();
    };
    for (const input of [child.stdout, child.stderr]) if (input) createInterface({ input }).on('line', heed);
    const ready = await becomesTrue(async () => !this.slot.holds(child) || (await this.isReady()), READY_WITHIN, 50);
    if (ready && this.slot.holds(child)) return;
    await this.slot.end('SIGKILL');
    throw new CannotStart(`${name} did not start: ${tellingLine(said.join('\n')) ?? 'it said nothing'}.`);
  }

  /** Stopping twice is harmless. */
  stop(): Promise<void> {
    return this.slot.end('SIGTERM');
  }

  private async isReady(): Promise<boolean> {
    const { port, shownAt } = this.spec;
    try {
      return (await fetch(`http://127.0.0.1:${port}${shownAt}`, { signal: AbortSignal.timeout(2000) })).ok;
    } catch {
      return false;
    }
  }
}

/** Starts every companion as its own process, side by side, and returns when all are ready. */
export async function startCompanionProcesses(
  { folder, ports }: Pick<ServiceSurroundings, 'folder' | 'ports'>,
  { undo, output }: { readonly undo: UndoStack; readonly output: Output },
): Promise<readonly CompanionProcess[]> {
  const record = recordOf(folder);
  const processes = companions().map(([name, { shownAt }]) => {
    const onLine = output.from(name, join(folder, 'logs'));
    return new CompanionProcess({ name, port: ports.of(name), shownAt, record, onLine });
  });
  undo.push(() => Promise.all(processes.map((companion) => companion.stop())));
  const started = await Promise.allSettled(processes.map((companion) => companion.start()));
  for (const outcome of started) if (outcome.status === 'rejected') throw outcome.reason;
  return processes;
}
