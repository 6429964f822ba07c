import { type Contracts, type PublishedTopic, type Schema } from './published.js';
import { schemaBreaks } from './schema-breaks.js';
import { majorOf } from './versions.js';

/**
 * In what newer contracts do not keep what older ones promised; a sentence each, empty when all is kept. An event type
 * carries its own major version, so it is held to what was ever published of it; leaving a type or a topic out is
 * allowed to a new major version of the contracts.
 */
export function breaks(older: Contracts, newer: Contracts): string[] {
  const mayRemove = majorOf(newer.version) > majorOf(older.version);
  const removed = (what: string, before: object, after: object) =>
    Object.keys(before)
      .filter((name) => !(name in after) && !mayRemove)
      .map((name) => `${what} ${name} was removed: readers of ${older.version} count on it`);
  return [
    ...removed('the topic', older.topics, newer.topics),
    ...removed('the event', older.events, newer.events),
    ...pairs(older.topics, newer.topics).flatMap(([name, was, is]) => topicBreaks(`the topic ${name}`, was, is)),
    ...pairs(older.events, newer.events).flatMap(([type, was, is]) => [
      ...routeBreaks(type, was, is),
      ...schemaBreaks({ at: `${type} data`, since: older.version }, was, is),
    ]),
  ];
}

function topicBreaks(at: string, was: PublishedTopic, is: PublishedTopic): string[] {
  const shorter = is.retentionMs !== -1 && (was.retentionMs === -1 || is.retentionMs < was.retentionMs);
  return [
    ...(is.owner === was.owner
      ? []
      : [`${at} was owned by ${was.owner} and is by ${is.owner}: readers refuse its events`]),
    ...(is.partitions === was.partitions
      ? []
      : [
          `${at} had ${was.partitions} partitions and has ${is.partitions}: keys move, and their events lose their order`,
        ]),
    ...(shorter
      ? [`${at} was kept ${days(was)} and is kept ${days(is)}: a service that is added or rebuilt would miss events`]
      : []),
  ];
}

function routeBreaks(type: string, was: Schema, is: Schema): string[] {
  const changed = (keyword: string, what: string, harm: string) =>
    was[keyword] === is[keyword]
      ? []
      : [`${type}: ${what} was ${String(was[keyword])} and is ${String(is[keyword])}: ${harm}`];
  return [
    ...changed('x-topic', 'its topic', 'readers look for it where it was'),
    ...changed('x-key', 'its key', 'its events lose their place and their order'),
  ];
}

function days({ retentionMs }: PublishedTopic): string {
  return retentionMs === -1 ? 'for ever' : `${retentionMs / 86_400_000} days`;
}

function pairs<T>(older: Readonly<Record<string, T>>, newer: Readonly<Record<string, T>>): [string, T, T][] {
  return Object.entries(older).flatMap(([name, was]) => {
    const is = newer[name];
    return is === undefined ? [] : [[name, was, is]];
  });
}
