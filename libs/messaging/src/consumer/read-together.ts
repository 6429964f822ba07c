import { type ReceivedEvent } from '@jaki/contracts';
import { headerText, type InboundMessage } from '../kafka/message.js';
import { readEvent } from './read-event.js';
import { type NamedSubscription, type Subscriptions } from './subscriptions.js';

/** The first messages of a partition that go to the same handlers: `length` of them, `skipped` of no interest here. */
export interface ReadTogether {
  readonly topic: string;
  readonly events: readonly ReceivedEvent[];
  /** Of the first event; the others have the same handlers by the same names. */
  readonly subscriptions: readonly NamedSubscription[];
  readonly length: number;
  readonly skipped: number;
}

/**
 * Reads the first messages for as long as they are for the handlers of the very first, one of which takes so many at
 * once, and nothing is wrong with them. Messages that interest nobody here lie between them without doing harm.
 *
 * @returns undefined when the first one is to be handled by itself
 */
export function readTogether(
  messages: readonly InboundMessage[],
  subscriptions: Subscriptions,
): ReadTogether | undefined {
  const [first] = messages;
  if (first === undefined) return undefined;
  const concerned = subscriptions.get(headerText(first.headers, 'ce_type') ?? '') ?? [];
  const atMost = Math.max(1, ...concerned.map(({ handler }) => handler.atMost));
  if (atMost === 1) return undefined;
  const events: ReceivedEvent[] = [];
  let length = 0;
  for (const message of messages) {
    if (events.length === atMost) break;
    const read = readOrLeave(message, subscriptions);
    if (read === 'wrong' || (read && !sameHandlers(read.subscriptions, concerned))) break;
    if (read) events.push(read.event);
    length++;
  }
  if (events.length < 2) return undefined;
  return { topic: first.topic, subscriptions: concerned, events, length, skipped: length - events.length };
}

function sameHandlers(some: readonly NamedSubscription[], others: readonly NamedSubscription[]): boolean {
  const [one, other] = [some, others].map((all) => new Map(all.map(({ consumer, handler }) => [consumer, handler])));
  return (
    some.length === others.length && [...(one ?? [])].every(([consumer, handler]) => other?.get(consumer) === handler)
  );
}

/** What is wrong in itself is left for its own turn, which says what becomes of it. */
function readOrLeave(message: InboundMessage, subscriptions: Subscriptions) {
  try {
    return readEvent(message, subscriptions);
  } catch {
    return 'wrong';
  }
}
