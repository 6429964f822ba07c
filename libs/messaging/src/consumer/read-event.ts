import {
  type CloudEvent,
  type EventDeclaration,
  NotACloudEvent,
  readCloudEvent,
  type ReceivedEvent,
} from '@jaki/contracts';
import { isUuid, parseMoment } from '@jaki/kernel';
import { isCorrelationId } from '../correlation.js';
import { headerText, type InboundMessage } from '../kafka/message.js';
import { soundTraceparent } from '../tracing.js';
import { type NamedSubscription, type Subscriptions } from './subscriptions.js';

/** As the outbox allows: what is bigger was not written by one of us. */
const MAX_BYTES = 900_000;

const SEQUENCE = /^[1-9]\d{0,15}$/;

/** A message that is wrong in itself: it dies at once, because trying again changes nothing. */
export class UnacceptableMessage extends Error {
  override readonly name: string = 'UnacceptableMessage';
}
export class Unreadable extends UnacceptableMessage {
  override readonly name = 'Unreadable';
}
export class Tombstone extends UnacceptableMessage {
  override readonly name = 'Tombstone';
}
export class TooLarge extends UnacceptableMessage {
  override readonly name = 'TooLarge';
}
export class ForeignSource extends UnacceptableMessage {
  override readonly name = 'ForeignSource';
}
export class DoesNotFitSchema extends UnacceptableMessage {
  override readonly name = 'DoesNotFitSchema';
}

/** An event, and who here acts on it: one handler at least. */
export interface ReadMessage {
  readonly event: ReceivedEvent;
  readonly subscriptions: readonly NamedSubscription[];
}

/**
 * Reads a message and checks it against the declaration that it claims to follow.
 *
 * @returns undefined when this service does not subscribe to its type: services deploy one at a time
 * @throws UnacceptableMessage | NotACloudEvent when it must die
 */
export function readEvent(message: InboundMessage, subscriptions: Subscriptions): ReadMessage | undefined {
  if (message.unreadable !== undefined) throw new Unreadable(message.unreadable);
  const type = headerText(message.headers, 'ce_type');
  if (type && !subscriptions.has(type)) return undefined;
  if ((message.value?.length ?? 0) > MAX_BYTES) throw new TooLarge(`more than ${MAX_BYTES} bytes`);
  const received = readCloudEvent(message);
  if (received === null) throw new Tombstone('no value: aggregates are not deleted from a stream of facts');
  const concerned = subscriptions.get(received.type);
  const [first] = concerned ?? [];
  if (concerned === undefined || first === undefined) return undefined;
  refuseForeign(received, message.topic, first.declaration);
  return { subscriptions: concerned, event: checked(received, first.declaration) };
}

/** An event counts only where its owner publishes it. Without ACLs on the broker this stops mistakes, not attackers. */
function refuseForeign(received: CloudEvent, topic: string, declaration: EventDeclaration): void {
  if (topic !== declaration.topic.name) {
    throw new ForeignSource(`${declaration.type} belongs to ${declaration.topic.name}, not to ${topic}`);
  }
  if (received.source !== declaration.topic.owner) {
    throw new ForeignSource(
      `${declaration.type} is announced by ${declaration.topic.owner}, not by ${received.source}`,
    );
  }
}

function checked(received: CloudEvent, declaration: EventDeclaration): ReceivedEvent {
  const { id, source, type, subject, data } = received;
  const time = parseMoment(received.time ?? '');
  const sequence = SEQUENCE.test(received.sequence ?? '') ? Number(received.sequence) : NaN;
  if (!isUuid(id)) throw new NotACloudEvent('ce_id must be a UUID in lower case');
  if (time === undefined) throw new NotACloudEvent('ce_time must be a moment as RFC 3339 writes it, with its offset');
  if (!Number.isSafeInteger(sequence)) throw new NotACloudEvent('ce_sequence must be a whole number');
  if (subject === undefined) throw new NotACloudEvent('ce_subject is missing');
  if (!declaration.validator.Check(data)) {
    throw new DoesNotFitSchema(JSON.stringify(declaration.validator.Errors(data)).slice(0, 1000));
  }
  const event = { id, source, type, time, subject, sequence, data: data as Record<string, unknown> };
  return { ...event, ...relationsOf(received) };
}

/** What is handed on to the events that follow: ids only, since no event carries free text. */
function relationsOf({ traceparent: given, correlationid: correlationId, causationid: causationId }: CloudEvent) {
  const traceparent = soundTraceparent(given);
  return {
    ...(traceparent && { traceparent }),
    ...(isCorrelationId(correlationId) && { correlationId }),
    ...(causationId !== undefined && isUuid(causationId) && { causationId }),
  };
}
