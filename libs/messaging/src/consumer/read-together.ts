import { type ReceivedEvent } from '@jaki/contracts';
import { type Together } from './attempt-together.js';
import { headerText, type InboundMessage } from './message.js';
import { readEvent } from './read-event.js';
import { type Subscriptions } from './subscriptions.js';

/** The first messages of a partition that share a transaction: `length` of them, `skipped` of no interest here. */
export interface ReadTogether extends Together {
  readonly length: number;
  readonly skipped: number;
}

/**
 * Reads the first messages for as long as they are for the handler of the very first, it takes so many at once, and
 * nothing is wrong with them. Messages that interest nobody here lie between them without doing harm.
 *
 * @returns undefined when the first one is to be handled by itself
 */
export function readTogether(
  messages: readonly InboundMessage[],
  subscriptions: Subscriptions,
): ReadTogether | undefined {
  const [first] = messages;
  if (first === undefined) return undefined;
  const handler = subscriptions.get(headerText(first.headers, 'ce_type') ?? '')?.handler;
  if (handler === undefined || handler.atMost === 1) return undefined;
  const events: ReceivedEvent[] = [];
  let length = 0;
  for (const message of messages) {
    if (events.length === handler.atMost) break;
    const read = readOrLeave(message, subscriptions);
    if (read === 'wrong' || (read && read.subscription.handler !== handler)) break;
    if (read) events.push(read.event);
    length++;
  }
  if (events.length < 2) return undefined;
  return { topic: first.topic, handler, events, length, skipped: length - events.length };
}

/** What is wrong in itself is left for its own turn, which says what becomes of it. */
function readOrLeave(message: InboundMessage, subscriptions: Subscriptions) {
  try {
    return readEvent(message, subscriptions);
  } catch {
    return 'wrong';
  }
}
