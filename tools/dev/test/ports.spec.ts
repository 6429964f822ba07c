import { describe, expect, it } from '@jest/globals';
import { defaultPorts } from '../ports.js';

describe('the default ports', () => {
  it('differ, and lie below those that outgoing connections may take', () => {
    const ports = defaultPorts.owners.map((owner) => defaultPorts.of(owner));
    expect(new Set(ports).size).toBe(ports.length);
    expect(Math.max(...ports)).toBeLessThan(32_768);
    expect(Math.min(...ports)).toBeGreaterThan(1023);
  });
});
