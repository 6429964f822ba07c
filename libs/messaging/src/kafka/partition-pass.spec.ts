import { describe, expect, it } from '@jest/globals';
import { type EachBatchPayload } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DONE } from '../consumer/message.js';
import { PartitionPass } from './partition-pass.js';

/** A batch as kafkajs hands it over, and what was asked of kafkajs in return. */
function fetched(count: number) {
  const asked = { resolved: 0, pauses: 0, resumes: 0 };
  const messages = Array.from({ length: count }, (_, offset) => ({
    offset: String(offset),
    timestamp: '0',
    key: null,
  }));
  const payload = {
    batch: { topic: 'reports.report.v1', partition: 0, highWatermark: String(count), messages },
    isRunning: () => true,
    isStale: () => false,
    resolveOffset: () => asked.resolved++,
    heartbeat: () => Promise.resolve(),
    uncommittedOffsets: () => ({ topics: [] }),
    commitOffsetsIfNecessary: () => Promise.resolve(),
    pause: () => {
      asked.pauses++;
      return () => asked.resumes++;
    },
  };
  return { asked, payload: payload as unknown as EachBatchPayload };
}

function passThatTakes(milliseconds: number): PartitionPass {
  const handle = () => sleep(milliseconds).then(() => DONE);
  return new PartitionPass({ prefix: '', handle, onLag: () => undefined, stopping: new AbortController().signal });
}

describe('a pass through a batch', () => {
  it('ends when its time is up, and parks no quick message for that', async () => {
    const { asked, payload } = fetched(1000);
    await passThatTakes(35).run(payload);
    expect(asked.pauses).toBe(0);
    expect(asked.resolved).toBeGreaterThan(1);
    expect(asked.resolved).toBeLessThan(12);
  });

  it('parks a slow message and resumes its partition when it is done', async () => {
    const { asked, payload } = fetched(2);
    const pass = passThatTakes(500);
    await pass.run(payload);
    expect(asked).toEqual({ resolved: 0, pauses: 1, resumes: 0 });
    await pass.settle();
    expect(asked).toEqual({ resolved: 0, pauses: 1, resumes: 1 });
  });
});
