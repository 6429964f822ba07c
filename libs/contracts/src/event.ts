import type { EventData, EventDeclaration } from './declare-event.js';

/** A declared event about to be announced: what a service hands to its outbox. */
export interface Announcement {
  readonly declaration: EventDeclaration;
  /** The aggregate's id: the Kafka key and `ce_subject`. */
  readonly key: string;
  /** The aggregate's version after this event: 1, 2, 3 … without a gap, one per event. */
  readonly sequence: number;
  /** When it happened, `ce_time`. */
  readonly time: Date;
  readonly data: object;
}

/** A declared event as a consumer gets it: the CloudEvents 1.0 attributes and the checked data. */
export interface ReceivedEvent<Declaration extends EventDeclaration = EventDeclaration> {
  /** `ce_id`: the same for every copy of one event, the key to tell doubles by. */
  readonly id: string;
  /** The service that announced it. */
  readonly source: string;
  readonly type: Declaration['type'];
  readonly time: Date;
  /** The aggregate's id. */
  readonly subject: string;
  /** The aggregate's version after this event. */
  readonly sequence: number;
  /** W3C trace context of the request that caused it. */
  readonly traceparent?: string;
  /** The id that all that follows from one request shares. */
  readonly correlationId?: string;
  /** The event or request that caused this one. */
  readonly causationId?: string;
  readonly data: EventData<Declaration>;
}

/**
 * Makes an announcement of a declared event.
 *
 * @param sequence the aggregate's version after this event
 * @throws TypeError when the data does not fit the declaration, or has fields that it does not declare: a bug of the announcing service, so nothing is saved
 */
export function announce<Declaration extends EventDeclaration>(
  declaration: Declaration,
  event: { sequence: number; time: Date; data: EventData<Declaration> },
): Announcement {
  const data: object = event.data;
  const { strictValidator } = declaration;
  if (!strictValidator.Check(data)) {
    throw new TypeError(`${declaration.type} does not fit: ${JSON.stringify(strictValidator.Errors(data))}`);
  }
  const key = (data as Record<string, unknown>)[declaration.key];
  if (typeof key !== 'string') throw new TypeError(`${declaration.type} has no key ${declaration.key}`);
  return { declaration, key, sequence: event.sequence, time: event.time, data };
}
