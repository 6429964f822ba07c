import { announce, cloudEventHeaders, type EventData, type EventDeclaration } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { type RawMessage } from './topic-writer.js';

export interface DeliveryOptions {
  /** The aggregate's version after this event. */
  readonly sequence: number;
  /** Default: the one that the declaration names. */
  readonly key?: string;
  /** Default: the topic's owner. Another one is a forgery. */
  readonly source?: string;
  /** Default: a new one. The same again is a copy of the same event. */
  readonly id?: string;
  readonly time?: Date;
  /** False for an event that this service is to skip, which never reaches its inbox. */
  readonly awaited?: boolean;
}

/** A valid event of this declaration as its producer would write it. */
export function eventMessage<Declaration extends EventDeclaration>(
  declaration: Declaration,
  data: EventData<Declaration>,
  { sequence, key, source, id = newId(), time = new Date() }: DeliveryOptions,
): { id: string; message: RawMessage } {
  const event = announce(declaration, { sequence, time, data });
  const forged = source === undefined ? {} : { ce_source: source };
  const headers = { ...cloudEventHeaders(event), ce_id: id, ...forged };
  return { id, message: { key: key ?? event.key, value: JSON.stringify(event.data), headers } };
}
