import { type EventDeclaration, type ReceivedEvent } from '@jaki/contracts';
import { type Logger } from '@nestjs/common';
import { type Transaction } from 'kysely';

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
}

/** By event type. A service has one handler per type: its effects are one transaction. */
export type Subscriptions = ReadonlyMap<string, Subscription>;

/** The topics that the subscribed events lie in. */
export function topicsOf(subscriptions: Subscriptions): string[] {
  return [...new Set([...subscriptions.values()].map(({ declaration }) => declaration.topic.name))];
}
