import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventTypes, readCloudEvent } from '@jaki/contracts';
import { breaks } from '../compatibility.js';
import { gate } from '../gate.js';
import { loosened, looserPatterns } from '../loosened.js';
import { type ContextContracts, contractsByContext, type Schema } from '../published.js';
import { dataOf } from './data-of.js';
import { readerOf } from './validators.js';

const contexts = contractsByContext();
const published = contexts.flatMap(({ context, published: versions }) =>
  versions.map((contracts) => ({ context, ...contracts })),
);

describe.each(contexts.flatMap(pairs))('$context: data made from $written', ({ read, schemas }) => {
  it.each(schemas)(`are understood by a reader of ${read}: %s`, (_, written, reader) => {
    const understands = readerOf(reader);
    fc.assert(fc.property(dataOf(written), (data) => understands(data)));
  });
});

describe.each(published)('published version $version of $context', ({ events }) => {
  it.each(Object.entries(events))('made data that the running code still takes: %s', (type, schema) => {
    const declaration = eventTypes.get(type)!;
    fc.assert(fc.property(dataOf(schema), (data) => declaration.validator.Check(data)));
  });

  it.each(Object.entries(events))('kept samples that the running code still reads: %s', (type, { examples }) => {
    const samples = examples as object[];
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) {
      const record = {
        value: Buffer.from(JSON.stringify(sample)),
        headers: { ce_id: '1', ce_source: 's', ce_type: type },
      };
      const data = readCloudEvent(record)?.data;
      expect(data).toEqual(sample);
      expect(eventTypes.get(type)!.validator.Check(data)).toBe(true);
    }
  });
});

describe.each(contexts)('what $context promises', (context) => {
  it('is kept by each version that came after it', () => {
    const { published: versions } = context;
    const later = versions.flatMap((older, index) =>
      versions.slice(index + 1).flatMap((newer) => breaks(loosened(older), newer)),
    );
    expect(later).toEqual([]);
  });

  it('is published as the code says it', () => {
    expect(gate(context)).toEqual([]);
  });
});

it('every event and topic belongs to one context', () => {
  const types = contexts.flatMap(({ current }) => Object.keys(current.events));
  expect(types.toSorted()).toEqual([...eventTypes.keys()].toSorted());
});

describe('a limit that was loosened before anybody outside read it', () => {
  it.each([...looserPatterns])('lets through all that it did: %s', (was, is) => {
    fc.assert(fc.property(fc.stringMatching(new RegExp(was)), (text) => new RegExp(is).test(text)));
  });

  it.each(published)("leaves Jakarta's events readable to version $version of $context", ({ events }) => {
    const refused = Object.entries(events).filter(([type, schema]) => !readerOf(schema)(eventTypes.get(type)?.sample));
    expect(refused).toEqual([]);
  });
});

/** Each version of a context with each other one, the code's among them. */
function pairs({ context, current, published: versions }: ContextContracts) {
  const all = [...versions.map(loosened), { ...current, version: 'the code' }];
  return all.flatMap((written) =>
    all.map((read) => ({
      context,
      written: written.version,
      read: read.version,
      schemas: Object.entries(written.events).flatMap(([type, schema]): [string, Schema, Schema][] => {
        const reader = read.events[type];
        return reader === undefined ? [] : [[type, schema, reader]];
      }),
    })),
  );
}
