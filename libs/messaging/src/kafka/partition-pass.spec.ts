import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type EachBatchPayload } from 'kafkajs';
import { type InboundMessage, type Progress } from './message.js';
import { PartitionPass } from './partition-pass.js';

/** A batch as kafkajs hands it over, and what was asked of kafkajs in return. */
function fetched(count: number) {
  const asked = { resolved: 0, upTo: '', pauses: 0, resumes: 0, commits: [] as string[] };
  const messages = Array.from({ length: count }, (_, offset) => ({
    offset: String(offset),
    timestamp: '0',
    key: null,
  }));
  const payload = {
    batch: { topic: 'reports.report.v1', partition: 0, highWatermark: String(count), messages },
    isRunning: () => true,
    isStale: () => false,
    resolveOffset: (offset: string) => {
      asked.resolved++;
      asked.upTo = offset;
    },
    heartbeat: () => Promise.resolve(),
    uncommittedOffsets: () => ({ topics: asked.upTo === '' ? [] : [asked.upTo] }),
    commitOffsetsIfNecessary: ({ topics }: { topics: string[] }) => {
      asked.commits.push(...topics);
      return asked.commits.length === 1 ? Promise.reject(new Error('away')) : Promise.resolve();
    },
    pause: () => {
      asked.pauses++;
      return () => asked.resumes++;
    },
  };
  return { asked, payload: payload as unknown as EachBatchPayload };
}

function passWith(handle: (messages: readonly InboundMessage[]) => Promise<Progress>): PartitionPass {
  return new PartitionPass({ prefix: '', handle, onLag: () => undefined, stopping: new AbortController().signal });
}

const passThatTakes = (milliseconds: number) => passWith(() => sleep(milliseconds).then(() => ({ finished: 1 })));

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
    expect(asked).toMatchObject({ resolved: 0, pauses: 1, resumes: 0 });
    await pass.settle();
    expect(asked).toMatchObject({ resolved: 0, pauses: 1, resumes: 1 });
  });

  it('gives at most a hundred messages at once, and goes on after those that were finished', async () => {
    const { asked, payload } = fetched(250);
    const given: [string, number][] = [];
    const pass = passWith((messages) => {
      given.push([messages[0]!.offset, messages.length]);
      return Promise.resolve({ finished: Math.min(60, messages.length) });
    });
    await pass.run(payload);
    expect(given).toEqual([
      ['0', 100],
      ['60', 100],
      ['120', 100],
      ['180', 70],
      ['240', 10],
    ]);
    expect(asked.upTo).toBe('249');
  });

  it('does not give those again that were finished before the one that has to wait', async () => {
    const { asked, payload } = fetched(5);
    const given: string[][] = [];
    const pass = passWith((messages) => {
      given.push(messages.map(({ offset }) => offset));
      return Promise.resolve(given.length === 1 ? { finished: 2, retryInMs: 1 } : { finished: messages.length });
    });
    await pass.run(payload);
    expect(asked.resolved).toBe(0);
    await pass.settle();
    await pass.run(payload);
    expect(given).toEqual([
      ['0', '1', '2', '3', '4'],
      ['2', '3', '4'],
    ]);
    expect(asked.upTo).toBe('4');
  });

  it('tells Kafka how far it got a little later, once for many, and again when Kafka did not hear it', async () => {
    const { asked, payload } = fetched(3);
    const pass = passThatTakes(0);
    await Promise.all([pass.run(payload), pass.run(payload)]);
    expect(asked.commits).toEqual([]);
    await sleep(300);
    expect(asked.commits).toEqual(['2']);
    await sleep(300);
    expect(asked.commits).toEqual(['2', '2']);
    await sleep(300);
    expect(asked.commits).toHaveLength(2);
  });

  it('tells Kafka before it ends when it is told to stop meanwhile: afterwards nobody listens', async () => {
    const { asked, payload } = fetched(3);
    const pass = passWith(() => {
      payload.isRunning = () => false;
      return Promise.resolve({ finished: 1 });
    });
    await pass.run(payload);
    expect(asked.commits).toEqual(['0']);
    await sleep(600);
    expect(asked.commits).toHaveLength(1);
  });
});
