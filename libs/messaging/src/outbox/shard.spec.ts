import { describe, expect, it } from '@jest/globals';
import { shardOf, SHARDS } from './shard.js';

describe('the shard of a key', () => {
  it('is the same in every release: rows written by the one before lie where they lay', () => {
    const keys = ['', 'a', '01a1f2a0-0000-7000-8000-000000000001', 'kelurahan Kebon Sirih'];
    expect(keys.map(shardOf)).toEqual([0, 3, 0, 2]);
  });

  it('spreads keys over all shards', () => {
    const used = new Set(Array.from({ length: 200 }, () => shardOf(crypto.randomUUID())));
    expect([...used].sort()).toEqual(Array.from({ length: SHARDS }, (_, shard) => shard));
  });
});
