import { AsyncLocalStorage } from 'node:async_hooks';

/** What ties together all that one request or one event sets off. */
export interface Correlation {
  /** Shared by everything that follows from one request. */
  readonly correlationId: string;
  /** The event that is being handled, if one is: the direct cause of what is announced now. */
  readonly causationId?: string | undefined;
  /** W3C trace context as it came in, handed on when this process records no traces itself. */
  readonly traceparent?: string | undefined;
}

const CORRELATION_ID = /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * True for an id that may be written beside events: a UUID, or a trace id of 32 hexadecimal digits. Anything shorter or
 * freer may be what somebody typed, such as a phone number, and no event carries that.
 */
export function isCorrelationId(text: string | undefined): text is string {
  return text !== undefined && CORRELATION_ID.test(text);
}

const storage = new AsyncLocalStorage<Correlation>();

/** Platform sets it per request, the consumer per event; the outbox writes it beside each announcement. */
export const CorrelationContext = {
  /** Runs the work, and all that it awaits, under that correlation. */
  run<Result>(correlation: Correlation, work: () => Result): Result {
    return storage.run(correlation, work);
  },

  /** The correlation of the work that is running, undefined outside any. */
  get(): Correlation | undefined {
    return storage.getStore();
  },
};
