import { describe, expect, it } from '@jest/globals';
import { Gate, TooBusy } from './gate.js';

describe('a gate', () => {
  it('lets so many in at once, the others in their order, and says no when too many wait', async () => {
    const gate = new Gate({ atOnce: 2, waiting: 2 });
    const ends: (() => void)[] = [];
    const begun: number[] = [];
    const work = (n: number) => gate.pass(() => (begun.push(n), new Promise<void>((end) => ends.push(end))));
    const passed = [1, 2, 3, 4].map(work);
    await expect(work(5)).rejects.toThrow(TooBusy);
    expect(begun).toEqual([1, 2]);
    for (let n = 0; n < 4; n++) {
      ends[n]?.();
      await passed[n];
    }
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('opens again after a work that failed', async () => {
    const gate = new Gate({ atOnce: 1, waiting: 0 });
    await expect(gate.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.pass(() => Promise.resolve('yes'))).toBe('yes');
  });
});
