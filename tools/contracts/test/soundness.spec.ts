import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Schema } from '../published.js';
import { schemaBreaks } from '../schema-breaks.js';
import { dataOf } from './data-of.js';
import { readerOf } from './validators.js';

// A small world, so that two schemas made at random are often alike, and often nearly so.
const field: fc.Arbitrary<Schema> = fc.oneof(
  fc.record({ type: fc.constant('string'), maxLength: fc.integer({ min: 1, max: 2 }) }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('integer'), minimum: fc.integer({ min: 0, max: 1 }) }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('string'), enum: fc.constantFrom(['a'], ['a', 'b'], ['b', 'a']) }),
  fc.record({ type: fc.constant('array'), items: fc.constantFrom({ type: 'boolean' }, { type: 'integer' }) }),
  fc.constantFrom({ type: 'boolean' }, { type: 'boolean', title: 'words' }, { const: 1 }, { const: 2 }),
);
const schema: fc.Arbitrary<Schema> = fc
  .tuple(fc.dictionary(fc.constantFrom('a', 'b'), field, { noNullPrototype: true }), fc.subarray(['a', 'b']))
  .map(([properties, names]) => ({ type: 'object', properties, required: names.filter((name) => name in properties) }));

/** Another schema altogether, or the same with one field put in. */
const pair = schema.chain((older) =>
  fc.tuple(
    fc.constant(older),
    fc.oneof(
      schema,
      fc.record({ name: fc.constantFrom('a', 'b', 'c'), as: field }).map(({ name, as }) => {
        return { ...older, properties: { ...(older['properties'] as object), [name]: as } };
      }),
    ),
  ),
);

it('whatever two schemas the checker finds compatible, each reads all that is written by the other', () => {
  let compatible = 0;
  const property = fc.property(pair, fc.gen(), ([older, newer], generate) => {
    fc.pre(schemaBreaks({ at: 'data', since: 'before' }, older, newer).length === 0);
    compatible += 1;
    const [oldReads, newReads] = [readerOf(older), readerOf(newer)];
    for (let times = 0; times < 5; times++) {
      expect(oldReads(generate(dataOf, newer))).toBe(true);
      expect(newReads(generate(dataOf, older))).toBe(true);
    }
  });
  fc.assert(property, { numRuns: 500, maxSkipsPerRun: 100 });
  expect(compatible).toBeGreaterThanOrEqual(500);
});
