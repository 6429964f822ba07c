import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { take } from '../../check/step.js';
import { type Contracts, type Schema } from '../published.js';
import { compatibilityStep } from '../step.js';
import { dataOf } from './data-of.js';
import { readerOf } from './validators.js';
import { alter, FED, fields, ITEM, type Plant, planted, SHORT, TOPIC, zoo } from './zoo.js';

/** Whose readers refuse data of the other version: found by making data, not by the checker. */
type Refused = 'by older readers' | 'by newer readers' | 'by both' | 'by none';

const plus = (name: string) => (names: string[]) => [...names, name];
const minus = (name: string) => (names: string[]) => names.filter((each) => each !== name);
const text = { type: 'string', 'x-privacy': 'public' };

const dataBreaks: [name: string, change: Plant, says: string, refused: Refused][] = [
  ['a field is removed', fields({ size: undefined }, minus('size')), '.size was removed', 'by older readers'],
  ['an optional field is removed', fields({ note: undefined }), '.note was removed', 'by none'],
  ['an optional field becomes required', fields({}, plus('note')), '.note was optional', 'by newer readers'],
  ['a required field becomes optional', fields({}, minus('meal')), '.meal was required', 'by older readers'],
  ['a new field is required', fields({ sound: text }, plus('sound')), '.sound is new and required', 'by newer readers'],
  ['a type is changed', alter('again', { type: 'string' }), '.again: type was "boolean"', 'by both'],
  ['a type is widened', alter('size', { type: 'number' }), '.size: type was "integer"', 'by older readers'],
  ['a type is narrowed', alter('weight', { type: 'integer' }), '.weight: type was "number"', 'by newer readers'],
  ['the type of a list is changed', alter('tags', { items: { type: 'integer' } }), '.tags[]: type was', 'by both'],
  [
    'a field of a list is removed',
    alter('foods', { items: { ...ITEM, required: [], properties: { brand: ITEM.properties.brand } } }),
    '.foods[].grams was removed',
    'by older readers',
  ],
  ['a closed enum is narrowed', alter('meal', { enum: ['lunch', 'supper'] }), '.meal: enum was', 'by newer readers'],
  [
    'a closed enum is widened',
    alter('meal', { enum: ['breakfast', 'lunch', 'supper', 'tea'] }),
    '.meal: enum was',
    'by older readers',
  ],
  ['a choice is changed', alter('shade', { anyOf: [{ const: 'sun' }, { const: 'rain' }] }), '.shade: anyOf', 'by both'],
  ['a pattern is narrowed', alter('animalId', { pattern: '^[a-z]{3,4}$' }), '.animalId: pattern', 'by newer readers'],
  ['a pattern is widened', alter('animalId', { pattern: '^[a-z]{2,5}$' }), '.animalId: pattern', 'by older readers'],
  ['a pattern is lost', alter('animalId', { pattern: undefined }), 'is absent', 'by older readers'],
  ['a format is changed', alter('on', { format: 'date-time' }), '.on: format was "date"', 'by both'],
  ['a format is added', alter('note', { format: 'date' }), '.note: format was absent', 'by newer readers'],
  ['a format is lost', alter('on', { format: undefined }), '.on: format was "date"', 'by older readers'],
  ['a least length is raised', alter('keeper', { minLength: 3 }), '.keeper: minLength was 2', 'by newer readers'],
  ['a least length is lowered', alter('keeper', { minLength: 1 }), '.keeper: minLength was 2', 'by older readers'],
  ['a greatest length is lowered', alter('keeper', { maxLength: 7 }), '.keeper: maxLength was 8', 'by newer readers'],
  ['a greatest length is raised', alter('keeper', { maxLength: 9 }), '.keeper: maxLength was 8', 'by older readers'],
  ['a limit is added', alter('note', { maxLength: 3 }), '.note: maxLength was absent', 'by newer readers'],
  ['a limit is lost', alter('size', { maximum: undefined }), '.size: maximum was 10', 'by older readers'],
  ['a least number is raised', alter('size', { minimum: 1 }), '.size: minimum was 0', 'by newer readers'],
  ['a greatest number is raised', alter('size', { maximum: 11 }), '.size: maximum was 10', 'by older readers'],
  ['a list may be longer', alter('tags', { maxItems: 4 }), '.tags: maxItems was 3', 'by older readers'],
  ['a list may not be empty', alter('tags', { minItems: 1 }), '.tags: minItems was absent', 'by newer readers'],
];

const otherBreaks: [name: string, change: Plant, says: string][] = [
  ['the key is changed', ({ events }) => Object.assign(events[FED]!, { 'x-key': 'keeper' }), 'its key was animalId'],
  ['the topic is changed', ({ events }) => Object.assign(events[FED]!, { 'x-topic': SHORT }), `its topic was ${TOPIC}`],
  ['the address of a schema is changed', ({ events }) => Object.assign(events[FED]!, { $id: 'urn:x' }), '$id was'],
  ['a privacy class is loosened', alter('keeper', { 'x-privacy': 'public' }), 'it was pseudonymous'],
  ['a privacy class is lost', alter('keeper', { 'x-privacy': undefined }), 'it was pseudonymous'],
  [
    'data are closed',
    ({ events }) => Object.assign(events[FED]!, { additionalProperties: false }),
    'additionalProperties',
  ],
  [
    'a keyword is used that the checker does not know',
    alter('note', { not: { const: '' } }),
    'does not know this keyword',
  ],
  ['an event is removed', ({ events }) => Object.assign(events, { [FED]: undefined }), `the event ${FED} was removed`],
  [
    'a topic is removed',
    ({ topics }) => Object.assign(topics, { [SHORT]: undefined }),
    `the topic ${SHORT} was removed`,
  ],
  ['a topic changes its owner', ({ topics }) => Object.assign(topics[TOPIC]!, { owner: 'bar' }), 'was owned by zoo'],
  [
    'a topic gets more partitions',
    ({ topics }) => Object.assign(topics[TOPIC]!, { partitions: 12 }),
    'had 6 partitions',
  ],
  [
    'a topic gets fewer partitions',
    ({ topics }) => Object.assign(topics[TOPIC]!, { partitions: 3 }),
    'had 6 partitions',
  ],
  ['retention gets an end', ({ topics }) => Object.assign(topics[TOPIC]!, { retentionMs: 9e9 }), 'was kept for ever'],
  ['retention is shortened', ({ topics }) => Object.assign(topics[SHORT]!, { retentionMs: 1 }), 'was kept 1 days'],
];

const allowed: [name: string, change: Plant][] = [
  ['an optional field is added', fields({ sound: text })],
  [
    'an optional field is added to what a list holds',
    alter('foods', { items: { ...ITEM, properties: { ...ITEM.properties, sound: text } } }),
  ],
  ['an event is added', ({ events }) => Object.assign(events, { 'zoo.animal.born.v1': events[FED] })],
  ['a topic is added', ({ topics }) => Object.assign(topics, { 'zoo.keeper.v1': topics[TOPIC] })],
  ['a description is changed', alter('animalId', { description: 'Whom' })],
  ['a title is added', alter('animalId', { title: 'animal' })],
  ['a sample is added', ({ events }) => Object.assign(events[FED]!, { examples: [{ animalId: 'abc' }] })],
  ['a field becomes pseudonymous', alter('note', { 'x-privacy': 'pseudonymous' })],
  ['retention is lengthened', ({ topics }) => Object.assign(topics[SHORT]!, { retentionMs: 9e9 })],
  ['retention loses its end', ({ topics }) => Object.assign(topics[SHORT]!, { retentionMs: -1 })],
  ['required fields are listed in another order', fields({}, (names) => names.toReversed())],
  ['the values of an enum are listed in another order', alter('meal', { enum: ['supper', 'lunch', 'breakfast'] })],
  [
    'a new major version leaves an event and a topic out',
    (contracts) => Object.assign(contracts, { version: '2.0.0', events: {}, topics: {} }),
  ],
];

/** Runs the step of `npm run check` on these contracts. */
async function check(current: Contracts, published: readonly Contracts[]): Promise<{ failed: number; said: string }> {
  const lines: string[] = [];
  const step = compatibilityStep(() => [{ context: 'zoo', current, published }]);
  const failed = await take([step], (line) => lines.push(line));
  return { failed, said: lines.join('\n') };
}

describe('npm run check fails when', () => {
  it.each([...dataBreaks.map(([name, change, says]) => [name, change, says] as const), ...otherBreaks])(
    '%s',
    async (_, change, says) => {
      const { failed, said } = await check(planted(change), [zoo()]);
      expect(failed).toBe(1);
      expect(said).toContain(says);
      expect(said).toContain('→ take a break back, or declare the event anew as .v2');
    },
  );

  it('a break is against an old version only, though the newest allows it', async () => {
    const newer = planted((contracts) => Object.assign(contracts, { version: '1.3.0' }));
    const added = { ...planted(fields({ sound: text })), version: '1.2.0' };
    expect((await check(newer, [added, newer])).said).toContain('.sound was removed: readers of 1.2.0');
  });

  it('contracts have changed and were not published', async () => {
    const changed = planted(fields({ sound: text }));
    expect((await check(changed, [zoo()])).said).toContain('contracts have changed since 1.2.0 was published');
    expect((await check({ ...changed, version: '1.3.0' }, [zoo()])).said).toContain(
      'contracts 1.3.0 were not published',
    );
  });
});

describe('npm run check passes when, once published,', () => {
  it.each(allowed)('%s', async (_, change) => {
    const changed = planted(change);
    const version = changed.version === '1.2.0' ? '1.3.0' : changed.version;
    expect(await check({ ...changed, version }, [zoo(), { ...changed, version }])).toMatchObject({ failed: 0 });
  });
});

describe('the message says truly who would refuse data when', () => {
  it.each(dataBreaks)('%s', async (_, change, __, refused) => {
    const [older, newer] = [zoo().events[FED]!, planted(change).events[FED]!];
    expect(refusedBetween(older, newer)).toBe(refused);
    const { said } = await check(planted(change), [zoo()]);
    if (refused === 'by newer readers')
      expect(said).toMatch(/events kept since 1\.2\.0 (may be refused|(may )?lack it)/);
    if (refused === 'by older readers') expect(said).toMatch(/readers of 1\.2\.0 (may refuse|count on)/);
  });
});

function refusedBetween(older: Schema, newer: Schema): Refused {
  const refuses = (reader: Schema, written: Schema) => {
    const reads = readerOf(reader);
    return fc.check(fc.property(dataOf(written), reads), { numRuns: 1_000 }).failed;
  };
  const [byOlder, byNewer] = [refuses(older, newer), refuses(newer, older)];
  if (byOlder && byNewer) return 'by both';
  if (byOlder) return 'by older readers';
  return byNewer ? 'by newer readers' : 'by none';
}
