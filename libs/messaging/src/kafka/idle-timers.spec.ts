import { describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { timersOnlyWhenPending } from './idle-timers.js';

interface Queue {
  pending: unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  destroy(): void;
}

const require = createRequire(import.meta.url);
const RequestQueue = require('kafkajs/src/network/requestQueue/index.js') as new (options: object) => Queue;

function idleQueue(): Queue {
  return new RequestQueue({ maxInFlightRequests: 0, requestTimeout: 1000, logger: { debug: () => undefined } });
}

describe('the request queue of kafkajs', () => {
  it('keeps a timer going although nothing is pending: the fault that we mend', () => {
    const queue = idleQueue();
    queue.throttledUntil = Date.now() + 5;
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).not.toBeNull();
    queue.destroy();
  });

  it('once mended has no timer while idle, and still one while requests wait', () => {
    timersOnlyWhenPending();
    const queue = idleQueue();
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).toBeNull();
    queue.pending.push({});
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).not.toBeNull();
    queue.destroy();
  });
});
