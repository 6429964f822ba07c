import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
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

/** All that one version of a context's contracts promises: `libs/contracts/published/<context>/<version>.json`. */
export interface Contracts {
  readonly version: string;
  readonly topics: Readonly<Record<string, PublishedTopic>>;
  /** By event type, as `jsonSchema` gives it: with the sample, the topic, the key and the privacy class of each field. */
  readonly events: Readonly<Record<string, Schema>>;
}

/** One context, as the code has it and as it ever was published. */
export interface ContextContracts {
  readonly context: string;
  /** Under the newest published version. */
  readonly current: Contracts;
  /** Oldest first. */
  readonly published: readonly Contracts[];
}

export const publishedFolder = new URL('../../libs/contracts/published/', import.meta.url);

const FIRST = '1.0.0';

/** Every context that the code declares or that was ever published. */
export function contractsByContext(folder: URL = publishedFolder): ContextContracts[] {
  const names = [...topics.map(({ owner }) => owner), ...publishedContexts(folder)];
  return [...new Set(names)].sort().map((context) => {
    const published = publishedOf(context, folder);
    return { context, published, current: currentOf(context, published.at(-1)?.version ?? FIRST) };
  });
}

function currentOf(context: string, version: string): Contracts {
  const own = topics.filter(({ owner }) => owner === context);
  const events = [...eventTypes.values()].filter(({ topic }) => topic.owner === context);
  return {
    version,
    topics: Object.fromEntries(
      own.map(({ name, owner, partitions, retentionMs }) => [name, { owner, partitions, retentionMs }]),
    ),
    events: Object.fromEntries(events.map((event) => [event.type, jsonSchema(event)])),
  };
}

function publishedOf(context: string, folder: URL): Contracts[] {
  const own = globSync(`${context}/*.json`, { cwd: folder }).map((file) => read(new URL(file, folder)));
  const before = beforeContexts(folder).map((all) => partOf(context, all));
  const versions = [...before.filter((part) => Object.keys(part.topics).length > 0), ...own];
  return versions.sort((a, b) => compareVersions(a.version, b.version));
}

function publishedContexts(folder: URL): string[] {
  const owners = beforeContexts(folder).flatMap((all) => Object.values(all.topics).map(({ owner }) => owner));
  return [...owners, ...globSync('*/*.json', { cwd: folder }).map((file) => basename(dirname(file)))];
}

/** The first version was one of all contexts together: it is the first of each. */
function beforeContexts(folder: URL): Contracts[] {
  return globSync('*.json', { cwd: folder }).map((file) => read(new URL(file, folder)));
}

function partOf(context: string, { version, topics, events }: Contracts): Contracts {
  const own = Object.fromEntries(Object.entries(topics).filter(([, { owner }]) => owner === context));
  const isOwn = (schema: Schema) => String(schema['x-topic']) in own;
  return { version, topics: own, events: Object.fromEntries(Object.entries(events).filter(([, each]) => isOwn(each))) };
}

function read(file: URL): Contracts {
  return JSON.parse(readFileSync(file, 'utf8')) as Contracts;
}
