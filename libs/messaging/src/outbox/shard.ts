import { crc32 } from 'node:zlib';

/** Fixed for life: with another number, events of one key would lie in two shards and lose their order. */
export const SHARDS = 8;

/** The shard that all events of a key go through. The same answer in every release. */
export function shardOf(key: string): number {
  return crc32(key) % SHARDS;
}
