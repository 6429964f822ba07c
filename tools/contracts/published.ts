import { readdirSync, readFileSync } from 'node:fs';
import { eventTypes, jsonSchema, topics } from '@jaki/contracts';
import { compareVersions } from './versions.js';

/** A JSON Schema, or any part of one, as plain JSON. */
export type Schema = Readonly<Record<string, unknown>>;

/** What readers and operators of a topic count on. */
export interface PublishedTopic {
  readonly owner: string;
  readonly partitions: number;
  /** Milliseconds; -1 for ever. */
  readonly retentionMs: number;
}

/** All that one version of the contracts promises: `libs/contracts/published/<version>.json`. */
export interface Contracts {
  readonly version: string;
  readonly topics: Readonly<Record<string, PublishedTopic>>;
  /** By event type, as `jsonSchema` gives it: with the sample, the topic, the key and the privacy class of each field. */
  readonly events: Readonly<Record<string, Schema>>;
}

export const contractsFolder = new URL('../../libs/contracts/', import.meta.url);
export const publishedFolder = new URL('published/', contractsFolder);

/** What the code promises now, under the version in its package.json. */
export function currentContracts(): Contracts {
  const { version } = JSON.parse(readFileSync(new URL('package.json', contractsFolder), 'utf8')) as Contracts;
  return {
    version,
    topics: Object.fromEntries(
      topics.map(({ name, owner, partitions, retentionMs }) => [name, { owner, partitions, retentionMs }]),
    ),
    events: Object.fromEntries([...eventTypes.values()].map((event) => [event.type, jsonSchema(event)])),
  };
}

/** Every version that was ever published, oldest first. */
export function publishedContracts(folder: URL = publishedFolder): Contracts[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Contracts;
  return files.map(read).sort((a, b) => compareVersions(a.version, b.version));
}
