/** A record as it lies in Kafka, before anybody believes a word of it. */
export interface InboundMessage {
  /** Without the prefix of this installation. */
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** When the broker got it. A topic made anew has the same offsets at other times. */
  readonly recordedAt: Date;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: MessageHeaders;
  /** Why nothing of it can be read, when it stands for a batch of messages whose bytes are broken. */
  readonly unreadable?: string | undefined;
}

/** Kafka lets a header have no value, and a name occur several times. */
export type MessageHeaders = Readonly<Record<string, HeaderValue | HeaderValue[] | undefined>>;

type HeaderValue = Buffer | string | null;

/**
 * How far a partition got with the messages it was given: `finished` of them are done with. With `retryInMs`, the one
 * after them is to be tried again after so long; without, the next ones may come.
 */
export interface Progress {
  readonly finished: number;
  readonly retryInMs?: number;
}

/** A header's first value as text. */
export function headerText(headers: MessageHeaders, name: string): string | undefined {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value)?.toString();
}
