import { describe, expect, it } from '@jest/globals';
import { WakeUp } from './wake-up.js';

describe('the wake-up of the relay', () => {
  it('rings at the commit of a transaction that wrote events, not before', async () => {
    const wakeUp = new WakeUp();
    const tx = {};
    wakeUp.expect(tx);
    expect(await wakeUp.wait(1)).toBe(false);
    const waiting = wakeUp.wait(60_000);
    wakeUp.committed(tx);
    expect(await waiting).toBe(true);
  });

  it('stays silent for a transaction that wrote none', async () => {
    const wakeUp = new WakeUp();
    wakeUp.committed({});
    expect(await wakeUp.wait(1)).toBe(false);
  });

  it('is not lost when it comes while nobody waits', async () => {
    const wakeUp = new WakeUp();
    wakeUp.ring();
    expect(await wakeUp.wait(60_000)).toBe(true);
    expect(await wakeUp.wait(1)).toBe(false);
  });
});
