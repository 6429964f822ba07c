import { describe, expect, it } from '@jest/globals';
import { ConsumerHealth } from './consumer-health.js';

describe('the health of a consumer', () => {
  it('is bad while it crashes again and again, though it joins its group in between', () => {
    const health = new ConsumerHealth();
    health.starting();
    for (let crash = 1; crash <= 4; crash++) {
      health.joined();
      health.crashed();
    }
    expect(health.ready()).toBe(true);
    health.joined();
    health.crashed();
    expect(health.reason).toBe('the consumer crashed 5 times within two minutes');
  });
});
