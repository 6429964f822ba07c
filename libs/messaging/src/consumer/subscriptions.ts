import { type Logger } from '@nestjs/common';
import { type Transaction } from 'kysely';
import { type EventDeclaration, type ReceivedEvent } from '@jaki/contracts';

/** What a handler gets beside its events. */
export interface EventContext<DB = unknown> {
  /** Everything the handler writes goes through this transaction: it commits with the mark in the inbox or not at all. */
  readonly tx: Transaction<DB>;
  readonly now: Date;
  readonly log: Logger;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** One method of this service that acts on events; it may serve several types. */
export interface Handler {
  /** How many events it takes in one transaction. */
  readonly atMost: number;
  handle(events: readonly ReceivedEvent[], context: EventContext): Promise<void>;
}

/** One kind of event that this service acts on. */
export interface Subscription {
  readonly declaration: EventDeclaration;
  /** Whether an event waits while an earlier message of its key is a dead letter. */
  readonly ordered: boolean;
  readonly handler: Handler;
  /** Tells several handlers of a type apart. One handler of each type may do without. */
  readonly as?: string | undefined;
}

/** A subscription with the name under which its effects and its dead letters are kept. */
export interface NamedSubscription extends Subscription {
  /** The service's name, and behind a slash the handler's if it has one. */
  readonly consumer: string;
}

/** By event type. Each handler of a type has its own transaction, retries and dead letters. */
export type Subscriptions = ReadonlyMap<string, readonly NamedSubscription[]>;

const NAME = /^[a-z][a-z0-9-]{0,62}$/;

/** @throws TypeError when two handlers of a type cannot be told apart, or a name is none */
export function subscriptionsOf(service: string, on: readonly Subscription[]): Subscriptions {
  const named = on.map((each) => ({ ...each, consumer: each.as === undefined ? service : `${service}/${each.as}` }));
  for (const { as, consumer, declaration } of named) {
    if (as !== undefined && !NAME.test(as)) throw new TypeError(`a handler's name is lower-case words, not '${as}'`);
    const same = named.filter((other) => other.consumer === consumer && other.declaration.type === declaration.type);
    if (same.length === 1) continue;
    const which = as === undefined ? 'without a name' : `named ${as}`;
    throw new TypeError(`${declaration.type} has two handlers ${which}: each needs a name of its own, { as: 'name' }`);
  }
  return Map.groupBy(named, ({ declaration }) => declaration.type);
}

/** The topics that the subscribed events lie in. */
export function topicsOf(subscriptions: Subscriptions): string[] {
  return [...new Set([...subscriptions.values()].flat().map(({ declaration }) => declaration.topic.name))];
}

/**
 * Whom a message would have concerned that cannot be read: the handlers of the type that it names, or else all that read
 * its topic.
 */
export function consumersOf(subscriptions: Subscriptions, topic: string, type: string | undefined): string[] {
  const all = [...subscriptions.values()].flat();
  const concerned = subscriptions.get(type ?? '') ?? all.filter(({ declaration }) => declaration.topic.name === topic);
  return [...new Set(concerned.map(({ consumer }) => consumer))];
}
