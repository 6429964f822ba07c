import { createRequire } from 'node:module';

/** The queue of requests of one connection, as kafkajs has it. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly inflight: ReadonlyMap<number, { sentAt: number; requestTimeout: number; timeoutRequest(): void }>;
  requestTimeoutIntervalId?: NodeJS.Timeout;
  isConnected(): boolean;
  destroy(): void;
}

type Schedule = (this: RequestQueue) => void;

interface RequestQueueClass {
  readonly prototype: { scheduleCheckPendingRequests?: Schedule; scheduleRequestTimeoutCheck?: Schedule };
}

const LOOK_MS = 1_000;

const require = createRequire(import.meta.url);
let done = false;

/**
 * Mends kafkajs 2.2.4, whose connections do not rest while they are idle:
 * - a 1 ms timer (3 % of a core each, and a TimeoutNegativeWarning on Node 24) is of use only while requests are waiting
 *   for their turn;
 * - late answers are looked for every 100 ms, though none is late before 10 s: once a second will do.
 *
 * @throws TypeError when kafkajs has changed and the patch would do nothing
 */
export function restWhileIdle(): void {
  if (done) return;
  const { prototype } = require('kafkajs/src/network/requestQueue/index.js') as RequestQueueClass;
  const schedule = prototype.scheduleCheckPendingRequests;
  if (schedule === undefined || prototype.scheduleRequestTimeoutCheck === undefined) {
    throw new TypeError('kafkajs has changed: its request queue has no timers to mend');
  }
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
  prototype.scheduleRequestTimeoutCheck = lookForLateAnswers;
  done = true;
}

function lookForLateAnswers(this: RequestQueue): void {
  this.destroy();
  this.requestTimeoutIntervalId = setInterval(() => {
    const now = Date.now();
    for (const request of [...this.inflight.values()]) {
      if (now > request.sentAt + request.requestTimeout) request.timeoutRequest();
    }
    if (!this.isConnected()) this.destroy();
  }, LOOK_MS);
}
