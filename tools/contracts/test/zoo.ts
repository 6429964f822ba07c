import { type Contracts, type Schema } from '../published.js';

export const FED = 'zoo.animal.fed.v1';
export const TOPIC = 'zoo.animal.v1';
export const SHORT = 'zoo.visitor.v1';

/** What the list in the event holds. */
export const ITEM = {
  type: 'object',
  required: ['grams'],
  properties: { grams: { type: 'integer', minimum: 1 }, brand: { type: 'string' } },
};

const properties = {
  animalId: { type: 'string', pattern: '^[a-z]{3,5}$', 'x-privacy': 'public', description: 'Which' },
  keeper: { type: 'string', minLength: 2, maxLength: 8, 'x-privacy': 'pseudonymous' },
  meal: { type: 'string', enum: ['breakfast', 'lunch', 'supper'], 'x-privacy': 'public' },
  size: { type: 'integer', minimum: 0, maximum: 10, 'x-privacy': 'public' },
  weight: { type: 'number', minimum: 0, 'x-privacy': 'public' },
  tags: { type: 'array', items: { type: 'string' }, maxItems: 3, 'x-privacy': 'public' },
  foods: { type: 'array', items: ITEM, minItems: 1, 'x-privacy': 'public' },
  on: { type: 'string', format: 'date', 'x-privacy': 'public' },
  again: { type: 'boolean', 'x-privacy': 'public' },
  shade: { anyOf: [{ const: 'sun' }, { const: 'shade' }], 'x-privacy': 'public' },
  note: { type: 'string', 'x-privacy': 'public' },
};

const ZOO: Contracts = {
  version: '1.2.0',
  topics: {
    [TOPIC]: { owner: 'zoo', partitions: 6, retentionMs: -1 },
    [SHORT]: { owner: 'zoo', partitions: 1, retentionMs: 86_400_000 },
  },
  events: {
    [FED]: {
      $id: `urn:jaki:schema:${FED}`,
      type: 'object',
      'x-topic': TOPIC,
      'x-key': 'animalId',
      required: Object.keys(properties).filter((name) => name !== 'note'),
      properties,
      examples: [],
    },
  },
};

interface ChangeableSchema extends Schema {
  required: string[];
  readonly properties: Record<string, Schema>;
}

export interface Zoo extends Contracts {
  readonly topics: Record<string, { owner: string; partitions: number; retentionMs: number }>;
  readonly events: Record<string, ChangeableSchema>;
}

/** A change of contracts, made in place; what becomes undefined is gone. */
export type Plant = (contracts: Zoo) => unknown;

/** Contracts that hold one of everything that the subset of JSON Schema allows, to be broken by tests. */
export function zoo(): Zoo {
  return JSON.parse(JSON.stringify(ZOO)) as Zoo;
}

export function planted(change: Plant): Zoo {
  const contracts = zoo();
  change(contracts);
  return JSON.parse(JSON.stringify(contracts)) as Zoo;
}

/** Changes keywords of one field. */
export function alter(name: string, keywords: Schema): Plant {
  return ({ events }) => Object.assign(events[FED]?.properties[name] ?? {}, keywords);
}

/** Adds, replaces or removes fields, and says which are required then. */
export function fields(
  changed: Readonly<Record<string, Schema | undefined>>,
  required = (names: string[]) => names,
): Plant {
  return ({ events }) => {
    const fed = events[FED];
    if (fed === undefined) throw new TypeError(`${FED} is not in the zoo`);
    Object.assign(fed.properties, changed);
    fed.required = required(fed.required);
  };
}
