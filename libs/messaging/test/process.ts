import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { forkSource } from '@jaki/testing/embedded';
import { type TestService } from './harness.js';

const PROGRAM = fileURLToPath(new URL('./program.ts', import.meta.url));

/** `program.ts` as a process of its own, to be told to end, or killed. */
export class Program {
  readonly child: ChildProcess;
  #output = '';

  /** An instance of that service. */
  constructor({ url, city }: TestService, env: Record<string, string> = {}) {
    const where = { PROGRAM_BROKERS: city.brokers.join(','), PROGRAM_PREFIX: city.prefix };
    const surroundings = { ...where, PROGRAM_HANDLER: 'NoteWorkStarted' };
    this.child = forkSource(PROGRAM, { PROGRAM_DATABASE: url, ...surroundings, ...env });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => (this.#output += String(chunk)));
    }
  }

  says(word: string, within = 30_000): Promise<void> {
    return eventually(() => expect(this.#output).toContain(word), { within });
  }

  /** What a crash does. */
  async kill(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exit;
  }

  /** Tells it to end and waits 5 s for that. */
  async end(): Promise<{ code: number | null; signal: string | null }> {
    const exit = once(this.child, 'exit') as Promise<[number | null, string | null]>;
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5_000);
    const [code, signal] = await exit;
    clearTimeout(timer);
    return { code, signal };
  }
}
