import type { EventDeclaration } from './declare-event.js';
import * as contexts from './events/contexts.js';
import type { Topic } from './topic.js';

/** Each context's folder under `events`, with all that it exports. */
type Contexts = typeof contexts;
type Exported = { [Name in keyof Contexts]: Contexts[Name][keyof Contexts[Name]] }[keyof Contexts];

/** Any event that a context declares. */
export type DeclaredEvent = Extract<Exported, EventDeclaration>;

/** The events that lie in a topic. */
export type EventOf<Name extends Topic> = Extract<DeclaredEvent, { readonly type: `${AggregateOf<Name>}.${string}` }>;

type AggregateOf<Name extends Topic> = Name['name'] extends `${infer Aggregate}.v${number}` ? Aggregate : never;

const exported = Object.values(contexts).flatMap((context): unknown[] => Object.values({ ...context }));

/** Every event that the platform announces, by its type. */
export const eventTypes: ReadonlyMap<string, EventDeclaration> = new Map(
  exported.filter(isEvent).map((declaration) => [declaration.type, declaration]),
);

/** Every topic of the platform. Dead-letter topics belong to consumer groups: see `deadLetterTopic`. */
export const topics: readonly Topic[] = exported.filter(isTopic);

function isEvent(value: unknown): value is EventDeclaration {
  return typeof value === 'object' && value !== null && 'strictValidator' in value;
}

function isTopic(value: unknown): value is Topic {
  return typeof value === 'object' && value !== null && 'partitions' in value;
}
