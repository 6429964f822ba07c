import { eventTypes, readCloudEvent } from '@jaki/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breaks } from '../compatibility.js';
import { gate } from '../gate.js';
import { currentContracts, publishedContracts, type Schema } from '../published.js';
import { dataOf } from './data-of.js';
import { readerOf } from './validators.js';

const published = publishedContracts();
const code = { ...currentContracts(), version: 'the code' };
const versions = [...published, code];

const pairs = versions.flatMap((written) =>
  versions.map((read) => ({
    written: written.version,
    read: read.version,
    schemas: Object.entries(written.events).flatMap(([type, schema]): [string, Schema, Schema][] => {
      const reader = read.events[type];
      return reader === undefined ? [] : [[type, schema, reader]];
    }),
  })),
);

describe.each(pairs)('data made from $written', ({ read, schemas }) => {
  it.each(schemas)(`are understood by a reader of ${read}: %s`, (_, written, reader) => {
    const understands = readerOf(reader);
    fc.assert(fc.property(dataOf(written), (data) => understands(data)));
  });
});

describe.each(published)('published version $version', ({ events, ...contracts }) => {
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

  it('is kept by each that came after it', () => {
    const older = { ...contracts, events };
    const later = published.slice(published.findIndex(({ version }) => version === contracts.version) + 1);
    for (const newer of later) expect(breaks(older, newer)).toEqual([]);
  });
});

it('what the code promises is published', () => {
  expect(gate(currentContracts(), published)).toEqual([]);
});
