import { createRequire } from 'node:module';

interface RequestQueue {
  readonly pending: readonly unknown[];
}

interface RequestQueueClass {
  readonly prototype: { scheduleCheckPendingRequests?: (this: RequestQueue) => void };
}

const require = createRequire(import.meta.url);
let done = false;

/**
 * Mends kafkajs 2.2.4, which keeps a 1 ms timer going on every idle connection (3 % of a core each, and a
 * TimeoutNegativeWarning on Node 24): the timer is of use only while requests are waiting for their turn.
 *
 * @throws TypeError when kafkajs has changed and the patch would do nothing
 */
export function timersOnlyWhenPending(): void {
  if (done) return;
  const { prototype } = require('kafkajs/src/network/requestQueue/index.js') as RequestQueueClass;
  const schedule = prototype.scheduleCheckPendingRequests;
  if (schedule === undefined) throw new TypeError('kafkajs has changed: its request queue has no timer to mend');
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
  done = true;
}
