import type { EventDeclaration } from './declare-event.js';
import * as contexts from './events/contexts.js';
import type { Topic } from './topic.js';

/** Each context's folder under `events`, with all that it exports. */
type Contexts = typeof contexts;
type Exported = { [Name in keyof Contexts]: Contexts[Name][keyof Contexts[Name]] }[keyof Contexts];

/** Any event that a context declares. */
export type DeclaredEvent = Extract<Exported, EventDeclaration>;

/** The events that lie in a topic. */
export type EventIn<In extends Topic> = Extract<DeclaredEvent, { readonly type: `${AggregateOf<In>}.${string}` }>;

/** What the events of a topic are called in it: `filed` for `reports.report.filed.v1`, `filed.v2` for its successor. */
export type EventName<In extends Topic> = NameOf<EventIn<In>['type']>;

/** The event of that name. */
export type EventNamed<In extends Topic, Name extends EventName<In>> = Named<EventIn<In>, Name>;

type AggregateOf<In extends Topic> = In['name'] extends `${infer Aggregate}.v${number}` ? Aggregate : never;
type NameOf<Type extends string> = Type extends `${string}.${string}.${infer Versioned}`
  ? Versioned extends `${infer First}.v1`
    ? First
    : Versioned
  : never;
type Named<Event, Name> = Event extends { readonly type: infer Type extends string }
  ? NameOf<Type> extends Name
    ? Event
    : never
  : never;

const exported = Object.values(contexts).flatMap((context): unknown[] => Object.values({ ...context }));

/** Every event that the platform announces, by its type. */
export const eventTypes: ReadonlyMap<string, EventDeclaration> = new Map(
  exported.filter(isEvent).map((declaration) => [declaration.type, declaration]),
);

/** Every topic of the platform. Dead-letter topics belong to consumer groups: see `deadLetterTopic`. */
export const topics: readonly Topic[] = exported.filter(isTopic);

/** The events that lie in a topic, by what they are called in it: see `EventName`. */
export function eventsIn(topic: Topic): ReadonlyMap<string, EventDeclaration> {
  const own = [...eventTypes.values()].filter((declaration) => declaration.topic === topic);
  return new Map(own.map((declaration) => [nameOf(declaration.type), declaration]));
}

function nameOf(type: string): string {
  return type.split('.').slice(2).join('.').replace(/\.v1$/, '');
}

function isEvent(value: unknown): value is EventDeclaration {
  return typeof value === 'object' && value !== null && 'strictValidator' in value;
}

function isTopic(value: unknown): value is Topic {
  return typeof value === 'object' && value !== null && 'partitions' in value;
}
