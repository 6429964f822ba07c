import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { restWhileIdle } from './idle-timers.js';

interface Queue {
  pending: unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleRequestTimeoutCheck(): void;
  push(request: object): void;
  destroy(): void;
}

const require = createRequire(import.meta.url);
const RequestQueue = require('kafkajs/src/network/requestQueue/index.js') as new (options: object) => Queue;

describe('the request queue of kafkajs', () => {
  let queue: Queue;
  /** Asked at each look for late answers. */
  const isConnected = jest.fn(() => true);
  const aQueue = (maxInFlightRequests: number | null) =>
    new RequestQueue({
      maxInFlightRequests,
      requestTimeout: 10_000,
      enforceRequestTimeout: true,
      logger: { debug: () => undefined },
      isConnected,
    });

  beforeEach(() => {
    jest.useFakeTimers();
    isConnected.mockClear();
    queue = aQueue(0);
  });
  afterEach(() => {
    queue.destroy();
    jest.useRealTimers();
  });

  it('keeps a timer going although nothing is pending: the fault that we mend', () => {
    queue.throttledUntil = Date.now() + 5;
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).not.toBeNull();
  });

  it('once mended has no timer while idle, and still one while requests wait', () => {
    restWhileIdle();
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).toBeNull();
    queue.pending.push({});
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).not.toBeNull();
  });

  it('once mended looks for late answers once a second', () => {
    restWhileIdle();
    queue.scheduleRequestTimeoutCheck();
    jest.advanceTimersByTime(10_000);
    expect(isConnected).toHaveBeenCalledTimes(10);
  });

  it('once mended still gives up a request that is not answered in time', () => {
    restWhileIdle();
    queue = aQueue(null);
    queue.scheduleRequestTimeoutCheck();
    const reject = jest.fn<(error: Error) => void>();
    const entry = { correlationId: 1, resolve: () => undefined, reject };
    queue.push({ entry, expectResponse: true, requestTimeout: null, sendRequest: () => undefined });
    jest.advanceTimersByTime(9_000);
    expect(reject).not.toHaveBeenCalled();
    jest.advanceTimersByTime(3_000);
    expect(reject.mock.calls[0]?.[0].message).toContain('timed out');
  });
});
