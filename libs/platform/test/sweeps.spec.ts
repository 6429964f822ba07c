import { afterEach, describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { eventually } from '@jaki/testing';
import { createService, PlatformModule, type RunningService, Sweep } from '../src/index.js';
import { type StartedThings, startThings } from './things/start.js';
import { things as definition } from './things/things.js';

@Injectable()
class Sweeping {
  due = 0;
  calls = 0;
  failures = 0;
  #finish: (() => void) | undefined;
  finished = true;

  @Sweep({ name: 'due', every: 20 })
  async sweep(): Promise<number> {
    this.calls += 1;
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('not now');
    }
    if (this.due === 0) return 0;
    this.due -= 1;
    this.finished = false;
    await new Promise<void>((resolve) => (this.#finish = resolve));
    this.finished = true;
    return 1;
  }

  finish(): void {
    this.#finish?.();
    this.#finish = undefined;
  }
}

@Injectable()
class Double {
  @Sweep({ name: 'due' })
  again(): number {
    return 0;
  }
}

@Module({ imports: [PlatformModule.forService(definition)], providers: [Sweeping] })
class SweepingModule {}

@Module({ imports: [PlatformModule.forService(definition)], providers: [Sweeping, Double] })
class DoubleModule {}

describe('a sweep', () => {
  let things: StartedThings | undefined;
  let running: RunningService | undefined;
  afterEach(async () => {
    running?.app.get(Sweeping).finish();
    await running?.close();
    await things?.stop();
    [running, things] = [undefined, undefined];
  });

  async function start(module = SweepingModule, JOBS: 'on' | 'off' = 'on'): Promise<Sweeping> {
    things = await startThings();
    running = await createService(module, { env: { ...things.env, JOBS }, logTo: { write: () => undefined } });
    return running.app.get(Sweeping);
  }

  it('goes on at once while it finds something, and looks again and again when it does not', async () => {
    const sweeping = await start();
    await eventually(() => expect(sweeping.calls).toBeGreaterThan(2));
    sweeping.due = 3;
    await eventually(() => {
      sweeping.finish();
      expect(sweeping.due).toBe(0);
    });
  });

  it('that throws is tried again later', async () => {
    const sweeping = await start();
    sweeping.failures = 1;
    await eventually(() => expect(sweeping.failures).toBe(0));
    const { calls } = sweeping;
    await eventually(() => expect(sweeping.calls).toBeGreaterThan(calls), { within: 5_000, every: 50 });
  });

  it('finishes its batch before the service stops', async () => {
    const sweeping = await start();
    sweeping.due = 1;
    await eventually(() => expect(sweeping.finished).toBe(false));
    const stopping = running?.close();
    setTimeout(() => sweeping.finish(), 100);
    await stopping;
    expect(sweeping.finished).toBe(true);
    running = undefined;
  });

  it('does not run where JOBS is off', async () => {
    const sweeping = await start(SweepingModule, 'off');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sweeping.calls).toBe(0);
  });

  it('has its name for itself', async () => {
    await expect(start(DoubleModule)).rejects.toThrow('two sweeps are called due');
  });
});
