import { type CloudEvent, NotACloudEvent, readCloudEvent, type ReceivedEvent } from '@jaki/contracts';
import { isUuid } from '@jaki/kernel';
import { headerText, type InboundMessage } from './message.js';
import { type Subscription, type Subscriptions } from './subscriptions.js';

/** As the outbox allows: what is bigger was not written by one of us. */
const MAX_BYTES = 900_000;

/** A message that is wrong in itself: it dies at once, because trying again changes nothing. */
export class UnacceptableMessage extends Error {
  override readonly name: string = 'UnacceptableMessage';
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

/**
 * Reads a message and checks it against the declaration that it claims to follow.
 *
 * @returns undefined when this service does not subscribe to its type: services deploy one at a time
 * @throws UnacceptableMessage | NotACloudEvent when it must die
 */
export function readEvent(
  message: InboundMessage,
  subscriptions: Subscriptions,
): { subscription: Subscription; event: ReceivedEvent } | undefined {
  const type = headerText(message.headers, 'ce_type');
  if (type && !subscriptions.has(type)) return undefined;
  if ((message.value?.length ?? 0) > MAX_BYTES) throw new TooLarge(`more than ${MAX_BYTES} bytes`);
  const received = readCloudEvent(message);
  if (received === null) throw new Tombstone('no value: aggregates are not deleted from a stream of facts');
  const subscription = subscriptions.get(received.type);
  if (subscription === undefined) return undefined;
  refuseForeign(received, message.topic, subscription);
  return { subscription, event: checked(received, subscription) };
}

/** An event counts only where its owner publishes it. Without ACLs on the broker this stops mistakes, not attackers. */
function refuseForeign(received: CloudEvent, topic: string, { declaration }: Subscription): void {
  if (topic !== declaration.topic.name) {
    throw new ForeignSource(`${declaration.type} belongs to ${declaration.topic.name}, not to ${topic}`);
  }
  if (received.source !== declaration.topic.owner) {
    throw new ForeignSource(
      `${declaration.type} is announced by ${declaration.topic.owner}, not by ${received.source}`,
    );
  }
}

function checked(received: CloudEvent, { declaration }: Subscription): ReceivedEvent {
  const { id, source, type, subject, traceparent, data } = received;
  const time = new Date(received.time ?? NaN);
  const sequence = Number(received.sequence);
  if (!isUuid(id)) throw new NotACloudEvent('ce_id must be a UUID in lower case');
  if (Number.isNaN(time.getTime())) throw new NotACloudEvent('ce_time must be a time');
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new NotACloudEvent('ce_sequence must be a whole number');
  if (subject === undefined) throw new NotACloudEvent('ce_subject is missing');
  if (!declaration.validator.Check(data)) {
    throw new DoesNotFitSchema(JSON.stringify(declaration.validator.Errors(data)).slice(0, 1000));
  }
  return {
    ...{ id, source, type, time, subject, sequence, data: data as Record<string, unknown> },
    ...(traceparent && { traceparent }),
    ...(received.correlationid && { correlationId: received.correlationid }),
    ...(received.causationid && { causationId: received.causationid }),
  };
}
